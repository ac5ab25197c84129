import type { FailureTexts } from '../../words.ts'

export const failures: FailureTexts = {
  'failure.incorrectCredentials': 'Der Benutzername oder das Passwort ist falsch.',
  'failure.incorrectPreviousPassword': 'Das ist nicht Ihr aktuelles Passwort.',
  'failure.temporaryPasswordExpired':
    'Dieses vorläufige Passwort ist abgelaufen. Bitten Sie um eine neue Einladung.',
  'failure.userNotFound':
    'Es gibt kein Konto mit diesem Namen. Prüfen Sie ihn oder erstellen Sie ein Konto.',
  'failure.userDisabled': 'Dieses Konto ist gesperrt. Wenden Sie sich an den Support.',
  'failure.userNotConfirmed': 'Dieses Konto ist noch nicht bestätigt.',
  'failure.passwordResetRequired': 'Sie müssen zuerst Ihr Passwort zurücksetzen.',
  'failure.resetNotAllowed':
    'Das Passwort dieses Kontos kann hier nicht zurückgesetzt werden. Wenden Sie sich an den Support.',
  'failure.noVerifiedContact':
    'Für dieses Konto gibt es keine bestätigte E-Mail-Adresse oder Telefonnummer, an die wir einen Code senden können.',
  'failure.notAuthorized': 'Das ist für dieses Konto nicht erlaubt.',
  'failure.scopeMissing': 'Mit dieser Anmeldung können Sie das Konto nicht ansehen oder ändern.',
  'failure.tooManyAttempts':
    'Zu viele Versuche. Warten Sie ein paar Minuten und versuchen Sie es dann erneut.',
  'failure.tooManyAttemptsUntil': 'Zu viele Versuche. Versuchen Sie es {time} erneut.',
  'failure.tooManyCodes':
    'Zu viele falsche Codes. Warten Sie ein paar Minuten und fordern Sie dann einen neuen an.',
  'failure.challengeExpired': 'Die Anmeldung hat zu lange gedauert. Melden Sie sich erneut an.',
  'failure.challengeUsed':
    'Diese Anmeldung wurde an anderer Stelle fortgesetzt. Melden Sie sich erneut an.',
  'failure.mfaNotSetUp': 'Dieser zweite Schritt ist noch nicht eingerichtet.',
  'failure.usernameExists':
    'Es gibt schon ein Konto mit diesem Namen. Melden Sie sich stattdessen an.',
  'failure.aliasExists': 'Diese E-Mail-Adresse oder Telefonnummer gehört zu einem anderen Konto.',
  'failure.invalidUsername': 'Dieser Benutzername ist nicht zulässig. Bitte prüfen Sie ihn.',
  'failure.invalidEmail': 'Das ist keine E-Mail-Adresse. Sie sieht so aus: name@example.com.',
  'failure.invalidPhoneNumber':
    'Das ist keine Telefonnummer. Beginnen Sie mit + und der Landesvorwahl.',
  'failure.attributeRequired': '„{label}“ fehlt.',
  'failure.unnamedRequired': 'Eine Angabe fehlt. Füllen Sie alle Pflichtfelder aus.',
  'failure.invalidAttribute': '„{label}“ ist so nicht zulässig. Bitte prüfen Sie die Angabe.',
  'failure.unnamedInvalid': 'Eine Angabe ist so nicht zulässig. Bitte prüfen Sie Ihre Eingabe.',
  'failure.attributeNotWritable': '„{label}“ kann hier nicht geändert werden.',
  'failure.unnamedNotWritable': 'Das kann hier nicht geändert werden.',
  'failure.invalidPassword': 'Dieses Passwort erfüllt die Regeln nicht.',
  'failure.brokenRule': 'Dieses Passwort erfüllt die Regel „{rule}“ nicht.',
  'failure.passwordUsedBefore':
    'Dieses Passwort haben Sie schon einmal verwendet. Wählen Sie ein neues.',
  'failure.refusedByTrigger': 'Das wurde abgelehnt.',
  'failure.codeMismatch': 'Dieser Code ist falsch. Geben Sie den neuesten ein.',
  'failure.codeExpired': 'Dieser Code ist abgelaufen. Fordern Sie einen neuen an.',
  'failure.codeNotDelivered':
    'Der Code konnte nicht zugestellt werden. Prüfen Sie die E-Mail-Adresse oder Telefonnummer.',
  'failure.alreadyConfirmed': 'Dieses Konto ist schon bestätigt. Melden Sie sich an.',
  'failure.limitExceeded':
    'Zu viele Versuche. Warten Sie ein paar Minuten und versuchen Sie es dann erneut.',
  'failure.throttled':
    'Gerade gibt es viele Anfragen. Warten Sie ein paar Sekunden und versuchen Sie es dann erneut.',
  'failure.throttledUntil': 'Gerade gibt es viele Anfragen. Versuchen Sie es {time} erneut.',
  'failure.conflict': 'Das wurde gleichzeitig an anderer Stelle geändert. Versuchen Sie es erneut.',
  'failure.deviceNotFound': 'Dieses Gerät ist nicht mehr bekannt. Laden Sie die Seite neu.',
  'failure.sessionExpired': 'Ihre Sitzung ist abgelaufen. Melden Sie sich erneut an.',
  'failure.sessionRevoked': 'Ihre Sitzung wurde beendet. Melden Sie sich erneut an.',
  'failure.accessTokenExpired':
    'Ihre Sitzung muss erneuert werden. Melden Sie sich ab und dann wieder an.',
  'failure.signedOut': 'Sie sind abgemeldet. Melden Sie sich erneut an.',
  'failure.stopped': 'Diese Seite wird gerade geschlossen. Laden Sie sie neu.',
  'failure.network':
    'Der Anmeldedienst ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'failure.timeout': 'Der Anmeldedienst antwortet nicht rechtzeitig. Versuchen Sie es erneut.',
  'failure.aborted': 'Der Vorgang wurde abgebrochen.',
  'failure.serviceError':
    'Beim Anmeldedienst gibt es ein Problem. Versuchen Sie es gleich noch einmal.',
  'failure.serviceErrorUntil':
    'Beim Anmeldedienst gibt es ein Problem. Versuchen Sie es {time} erneut.',
  'failure.triggerFailed':
    'Beim Anmeldedienst gibt es ein Problem. Versuchen Sie es gleich noch einmal.',
  'failure.emptyAnswer':
    'Beim Anmeldedienst gibt es ein Problem. Versuchen Sie es gleich noch einmal.',
  'failure.nonJsonAnswer':
    'Beim Anmeldedienst gibt es ein Problem. Versuchen Sie es gleich noch einmal.',
  'failure.invalidAnswer':
    'Beim Anmeldedienst gibt es ein Problem. Versuchen Sie es gleich noch einmal.',
  'failure.unnamedError':
    'Beim Anmeldedienst gibt es ein Problem. Versuchen Sie es gleich noch einmal.',
  'failure.redirectDenied':
    'Sie haben auf der anderen Seite abgebrochen und sind deshalb nicht angemeldet.',
  'failure.redirectExpired':
    'Diese Anmeldung hat zu lange gedauert oder wurde schon verwendet. Melden Sie sich erneut an.',
  'failure.redirectRefused': 'Die Anmeldeseite hat das abgelehnt. Versuchen Sie es erneut.',
  'failure.redirectMismatch':
    'Diese Anmeldung hat nicht in diesem Browser begonnen. Melden Sie sich erneut an.',
  'failure.federatedUser':
    'Sie haben sich bei einem anderen Anbieter angemeldet. Deshalb gibt es hier kein Konto zu ändern.',
  'failure.signedIn': 'Es ist schon jemand angemeldet. Melden Sie sich zuerst ab.',
  'failure.guestAccessRefused': 'Melden Sie sich zuerst an.',
  'failure.loginRefused': 'Diese Anmeldung wird nicht akzeptiert. Versuchen Sie es erneut.',
  'failure.identityNotFound':
    'Diese Identität gibt es nicht mehr. Melden Sie sich ab und dann wieder an.',
  'failure.storageRefused':
    'Ihre Sitzung konnte auf diesem Gerät nicht gespeichert werden. Erlauben Sie dieser Seite, Daten zu speichern, und melden Sie sich dann erneut an.',
  'failure.passkeyCancelled':
    'Der Vorgang wurde abgebrochen oder hat zu lange gedauert. Versuchen Sie es erneut.',
  'failure.passkeyUnsupported':
    'In diesem Browser oder auf diesem Gerät funktionieren keine Passkeys.',
  'failure.passkeyWrongSite':
    'Die Passkeys dieses Kontos funktionieren unter dieser Adresse nicht.',
  'failure.passkeyInsecurePage':
    'Passkeys funktionieren nur auf einer sicheren Seite, deren Adresse mit https beginnt.',
  'failure.passkeyExists': 'Auf diesem Gerät gibt es schon einen Passkey für dieses Konto.',
  'failure.passkeyLimit':
    'Sie haben so viele Passkeys, wie ein Konto haben kann. Löschen Sie zuerst einen.',
  'failure.passkeyExpired': 'Das hat zu lange gedauert. Versuchen Sie es erneut.',
  'failure.passkeyNotAccepted':
    'Dieser Passkey wird nicht akzeptiert. Versuchen Sie es mit einem anderen.',
  'failure.factorNotAvailable':
    'Diese Art der Anmeldung gibt es für dieses Konto nicht. Wählen Sie eine andere.',
  'failure.firewallChallenge':
    'Der Anmeldedienst muss diesen Browser prüfen. Laden Sie die Seite neu.',
  'failure.firewallCaptcha':
    'Der Anmeldedienst muss prüfen, ob Sie ein Mensch sind. Laden Sie die Seite neu.',
  'failure.notAvailable': 'Das ist gerade nicht verfügbar. Versuchen Sie es später erneut.',
  'failure.forbidden':
    'Diese Anfrage wurde blockiert. Versuchen Sie es in einem anderen Netz oder wenden Sie sich an den Support.',
  'failure.invalidParameter': 'Eine Angabe ist so nicht zulässig. Bitte prüfen Sie Ihre Eingabe.',
  'failure.notConfigured':
    'Die Anmeldung ist nicht richtig eingerichtet. Wenden Sie sich an den Support.',
  'failure.unsupportedChallenge':
    'Dieses Konto verlangt einen Schritt, den diese App nicht unterstützt.',
  'failure.unknown': 'Etwas ist schiefgelaufen. Versuchen Sie es erneut.',
}
