import type { FailureTexts } from '../../words.ts'

export const failures: FailureTexts = {
  'failure.incorrectCredentials': 'Le nom d’utilisateur ou le mot de passe est incorrect.',
  'failure.incorrectPreviousPassword': 'Ce n’est pas votre mot de passe actuel.',
  'failure.temporaryPasswordExpired':
    'Ce mot de passe temporaire a expiré. Demandez une nouvelle invitation.',
  'failure.userNotFound': 'Aucun compte ne porte ce nom. Vérifiez-le ou créez un compte.',
  'failure.userDisabled': 'Ce compte est désactivé. Contactez l’assistance.',
  'failure.userNotConfirmed': 'Ce compte n’est pas encore confirmé.',
  'failure.passwordResetRequired': 'Vous devez d’abord réinitialiser votre mot de passe.',
  'failure.resetNotAllowed':
    'Le mot de passe de ce compte ne peut pas être réinitialisé ici. Contactez l’assistance.',
  'failure.noVerifiedContact':
    'Ce compte n’a aucune adresse e-mail ni aucun numéro de téléphone confirmé auquel envoyer un code.',
  'failure.notAuthorized': 'Cette action n’est pas autorisée pour ce compte.',
  'failure.scopeMissing': 'Cette connexion ne vous permet ni d’afficher ni de modifier le compte.',
  'failure.tooManyAttempts': 'Trop de tentatives. Attendez quelques minutes, puis réessayez.',
  'failure.tooManyAttemptsUntil': 'Trop de tentatives. Réessayez {time}.',
  'failure.tooManyCodes':
    'Trop de codes incorrects. Attendez quelques minutes, puis demandez-en un nouveau.',
  'failure.challengeExpired': 'La connexion a pris trop de temps. Connectez-vous à nouveau.',
  'failure.challengeUsed': 'Cette connexion s’est poursuivie ailleurs. Connectez-vous à nouveau.',
  'failure.mfaNotSetUp': 'Cette deuxième étape n’est pas encore configurée.',
  'failure.usernameExists': 'Un compte porte déjà ce nom. Connectez-vous plutôt.',
  'failure.aliasExists':
    'Cette adresse e-mail ou ce numéro de téléphone appartient à un autre compte.',
  'failure.invalidUsername': 'Ce nom d’utilisateur n’est pas accepté. Vérifiez-le.',
  'failure.invalidEmail': 'Ce n’est pas une adresse e-mail. Exemple : name@example.com.',
  'failure.invalidPhoneNumber':
    'Ce n’est pas un numéro de téléphone. Commencez par + et l’indicatif du pays.',
  'failure.attributeRequired': '« {label} » est à renseigner.',
  'failure.unnamedRequired': 'Il manque une information. Remplissez tous les champs obligatoires.',
  'failure.invalidAttribute': '« {label} » n’est pas accepté. Vérifiez votre saisie.',
  'failure.unnamedInvalid': 'Une information n’est pas acceptée. Vérifiez votre saisie.',
  'failure.attributeNotWritable': '« {label} » ne peut pas être modifié ici.',
  'failure.unnamedNotWritable': 'Ceci ne peut pas être modifié ici.',
  'failure.invalidPassword': 'Ce mot de passe ne respecte pas les règles.',
  'failure.brokenRule': 'Ce mot de passe ne respecte pas la règle « {rule} ».',
  'failure.passwordUsedBefore': 'Vous avez déjà utilisé ce mot de passe. Choisissez-en un nouveau.',
  'failure.refusedByTrigger': 'Votre demande a été refusée.',
  'failure.codeMismatch': 'Ce code est incorrect. Saisissez le plus récent.',
  'failure.codeExpired': 'Ce code a expiré. Demandez-en un nouveau.',
  'failure.codeNotDelivered':
    'Le code n’a pas pu être envoyé. Vérifiez l’adresse e-mail ou le numéro de téléphone.',
  'failure.alreadyConfirmed': 'Ce compte est déjà confirmé. Connectez-vous.',
  'failure.limitExceeded': 'Trop de tentatives. Attendez quelques minutes, puis réessayez.',
  'failure.throttled':
    'Il y a beaucoup de demandes en ce moment. Attendez quelques secondes, puis réessayez.',
  'failure.throttledUntil': 'Il y a beaucoup de demandes en ce moment. Réessayez {time}.',
  'failure.conflict': 'Une autre modification a eu lieu en même temps. Réessayez.',
  'failure.deviceNotFound': 'Cet appareil n’est plus reconnu. Rechargez la page.',
  'failure.sessionExpired': 'Votre session a expiré. Connectez-vous à nouveau.',
  'failure.sessionRevoked': 'Votre session a été fermée. Connectez-vous à nouveau.',
  'failure.accessTokenExpired':
    'Votre session doit être renouvelée. Déconnectez-vous, puis reconnectez-vous.',
  'failure.signedOut': 'Votre session n’est plus ouverte. Connectez-vous à nouveau.',
  'failure.stopped': 'Cette page est en cours de fermeture. Rechargez-la.',
  'failure.network':
    'Le service de connexion est injoignable. Vérifiez votre connexion internet et réessayez.',
  'failure.timeout': 'Le service de connexion met trop de temps à répondre. Réessayez.',
  'failure.aborted': 'L’opération a été annulée.',
  'failure.serviceError':
    'Le service de connexion rencontre un problème. Réessayez dans un instant.',
  'failure.serviceErrorUntil': 'Le service de connexion rencontre un problème. Réessayez {time}.',
  'failure.triggerFailed':
    'Le service de connexion rencontre un problème. Réessayez dans un instant.',
  'failure.emptyAnswer':
    'Le service de connexion rencontre un problème. Réessayez dans un instant.',
  'failure.nonJsonAnswer':
    'Le service de connexion rencontre un problème. Réessayez dans un instant.',
  'failure.invalidAnswer':
    'Le service de connexion rencontre un problème. Réessayez dans un instant.',
  'failure.unnamedError':
    'Le service de connexion rencontre un problème. Réessayez dans un instant.',
  'failure.redirectDenied': 'Vous avez annulé sur l’autre page : la connexion n’a pas eu lieu.',
  'failure.redirectExpired':
    'Cette connexion a pris trop de temps ou a déjà été utilisée. Connectez-vous à nouveau.',
  'failure.redirectRefused': 'La page de connexion a refusé cette demande. Réessayez.',
  'failure.redirectMismatch':
    'Cette connexion n’a pas commencé dans ce navigateur. Connectez-vous à nouveau.',
  'failure.federatedUser':
    'Vous utilisez le compte d’un autre fournisseur : il n’y a donc pas de compte à modifier ici.',
  'failure.signedIn': 'Quelqu’un est déjà connecté. Déconnectez-vous d’abord.',
  'failure.guestAccessRefused': 'Connectez-vous d’abord.',
  'failure.loginRefused': 'Cette connexion n’est pas acceptée. Réessayez.',
  'failure.identityNotFound':
    'Cette identité n’existe plus. Déconnectez-vous, puis reconnectez-vous.',
  'failure.storageRefused':
    'Votre session n’a pas pu être enregistrée sur cet appareil. Autorisez cette page à enregistrer des données, puis reconnectez-vous.',
  'failure.passkeyCancelled': 'L’opération a été annulée ou a pris trop de temps. Réessayez.',
  'failure.passkeyUnsupported':
    'Les clés d’accès ne fonctionnent pas dans ce navigateur ou sur cet appareil.',
  'failure.passkeyWrongSite': 'Les clés d’accès de ce compte ne fonctionnent pas à cette adresse.',
  'failure.passkeyInsecurePage':
    'Les clés d’accès ne fonctionnent que sur une page sécurisée, dont l’adresse commence par https.',
  'failure.passkeyExists': 'Il existe déjà une clé d’accès pour ce compte sur cet appareil.',
  'failure.passkeyLimit': 'Vous avez le nombre maximal de clés d’accès. Supprimez-en une d’abord.',
  'failure.passkeyExpired': 'Cela a pris trop de temps. Réessayez.',
  'failure.passkeyNotAccepted': 'Cette clé d’accès n’est pas acceptée. Essayez-en une autre.',
  'failure.factorNotAvailable':
    'Cette façon de se connecter n’est pas disponible pour ce compte. Choisissez-en une autre.',
  'failure.firewallChallenge':
    'Le service de connexion doit vérifier ce navigateur. Rechargez la page.',
  'failure.firewallCaptcha':
    'Le service de connexion doit vérifier que vous n’êtes pas un robot. Rechargez la page.',
  'failure.notAvailable': 'Ceci n’est pas disponible pour le moment. Réessayez plus tard.',
  'failure.forbidden':
    'Cette requête a été bloquée. Essayez depuis un autre réseau ou contactez l’assistance.',
  'failure.invalidParameter': 'Une information n’est pas acceptée. Vérifiez votre saisie.',
  'failure.notConfigured':
    'La connexion n’est pas correctement configurée. Contactez l’assistance.',
  'failure.unsupportedChallenge':
    'Ce compte nécessite une étape que cette application ne prend pas en charge.',
  'failure.unknown': 'Une erreur s’est produite. Réessayez.',
}
