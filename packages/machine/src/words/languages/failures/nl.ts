import type { FailureTexts } from '../../words.ts'

export const failures: FailureTexts = {
  'failure.incorrectCredentials': 'De gebruikersnaam of het wachtwoord is onjuist.',
  'failure.incorrectPreviousPassword': 'Dit is niet je huidige wachtwoord.',
  'failure.temporaryPasswordExpired':
    'Dit tijdelijke wachtwoord is verlopen. Vraag om een nieuwe uitnodiging.',
  'failure.userNotFound':
    'Er is geen account met deze naam. Controleer de naam of maak een account aan.',
  'failure.userDisabled': 'Dit account is uitgeschakeld. Neem contact op met de helpdesk.',
  'failure.userNotConfirmed': 'Dit account is nog niet bevestigd.',
  'failure.passwordResetRequired': 'Je moet eerst je wachtwoord opnieuw instellen.',
  'failure.resetNotAllowed':
    'Het wachtwoord van dit account kan hier niet opnieuw worden ingesteld. Neem contact op met de helpdesk.',
  'failure.noVerifiedContact':
    'Dit account heeft geen bevestigd e-mailadres of telefoonnummer om een code naartoe te sturen.',
  'failure.notAuthorized': 'Dit is niet toegestaan voor dit account.',
  'failure.scopeMissing': 'Met deze login kun je het account niet bekijken of wijzigen.',
  'failure.tooManyAttempts': 'Te veel pogingen. Wacht een paar minuten en probeer het opnieuw.',
  'failure.tooManyAttemptsUntil': 'Te veel pogingen. Probeer het {time} opnieuw.',
  'failure.tooManyCodes':
    'Te veel onjuiste codes. Wacht een paar minuten en vraag dan een nieuwe aan.',
  'failure.challengeExpired': 'Het inloggen duurde te lang. Log opnieuw in.',
  'failure.challengeUsed': 'Dit inloggen is elders voortgezet. Log opnieuw in.',
  'failure.mfaNotSetUp': 'Deze tweede stap is nog niet ingesteld.',
  'failure.usernameExists': 'Er is al een account met deze naam. Log in.',
  'failure.aliasExists': 'Dit e-mailadres of telefoonnummer hoort bij een ander account.',
  'failure.invalidUsername': 'Deze gebruikersnaam wordt niet geaccepteerd. Controleer de naam.',
  'failure.invalidEmail': 'Dit is geen e-mailadres. Voorbeeld: name@example.com.',
  'failure.invalidPhoneNumber': 'Dit is geen telefoonnummer. Begin met + en het landnummer.',
  'failure.attributeRequired': '‘{label}’ ontbreekt.',
  'failure.unnamedRequired': 'Er ontbreekt iets. Vul alle verplichte velden in.',
  'failure.invalidAttribute': '‘{label}’ wordt niet geaccepteerd. Controleer wat je hebt ingevuld.',
  'failure.unnamedInvalid': 'Er wordt iets niet geaccepteerd. Controleer wat je hebt ingevuld.',
  'failure.attributeNotWritable': '‘{label}’ kan hier niet worden gewijzigd.',
  'failure.unnamedNotWritable': 'Dit kan hier niet worden gewijzigd.',
  'failure.invalidPassword': 'Dit wachtwoord voldoet niet aan de regels.',
  'failure.brokenRule': 'Dit wachtwoord voldoet niet aan de regel ‘{rule}’.',
  'failure.passwordUsedBefore':
    'Je hebt dit wachtwoord eerder gebruikt. Kies een nieuw wachtwoord.',
  'failure.refusedByTrigger': 'Dit is geweigerd.',
  'failure.codeMismatch': 'Deze code is onjuist. Voer de nieuwste in.',
  'failure.codeExpired': 'Deze code is verlopen. Vraag een nieuwe aan.',
  'failure.codeNotDelivered':
    'De code kon niet worden bezorgd. Controleer het e-mailadres of telefoonnummer.',
  'failure.alreadyConfirmed': 'Dit account is al bevestigd. Log in.',
  'failure.limitExceeded': 'Te veel pogingen. Wacht een paar minuten en probeer het opnieuw.',
  'failure.throttled': 'Er zijn nu veel aanvragen. Wacht een paar seconden en probeer het opnieuw.',
  'failure.throttledUntil': 'Er zijn nu veel aanvragen. Probeer het {time} opnieuw.',
  'failure.conflict': 'Dit werd op hetzelfde moment ook elders gewijzigd. Probeer het opnieuw.',
  'failure.deviceNotFound': 'Dit apparaat is niet meer bekend. Laad de pagina opnieuw.',
  'failure.sessionExpired': 'Je sessie is verlopen. Log opnieuw in.',
  'failure.sessionRevoked': 'Je sessie is beëindigd. Log opnieuw in.',
  'failure.accessTokenExpired': 'Je sessie moet worden vernieuwd. Log uit en daarna weer in.',
  'failure.signedOut': 'Je bent uitgelogd. Log opnieuw in.',
  'failure.stopped': 'Deze pagina wordt gesloten. Laad de pagina opnieuw.',
  'failure.network':
    'De inlogdienst is niet bereikbaar. Controleer je verbinding en probeer het opnieuw.',
  'failure.timeout': 'De inlogdienst reageert niet op tijd. Probeer het opnieuw.',
  'failure.aborted': 'Dit is geannuleerd.',
  'failure.serviceError': 'De inlogdienst heeft een probleem. Probeer het zo opnieuw.',
  'failure.serviceErrorUntil': 'De inlogdienst heeft een probleem. Probeer het {time} opnieuw.',
  'failure.triggerFailed': 'De inlogdienst heeft een probleem. Probeer het zo opnieuw.',
  'failure.emptyAnswer': 'De inlogdienst heeft een probleem. Probeer het zo opnieuw.',
  'failure.nonJsonAnswer': 'De inlogdienst heeft een probleem. Probeer het zo opnieuw.',
  'failure.invalidAnswer': 'De inlogdienst heeft een probleem. Probeer het zo opnieuw.',
  'failure.unnamedError': 'De inlogdienst heeft een probleem. Probeer het zo opnieuw.',
  'failure.redirectDenied': 'Je hebt op de andere pagina geannuleerd en bent dus niet ingelogd.',
  'failure.redirectExpired': 'Dit inloggen duurde te lang of is al gebruikt. Log opnieuw in.',
  'failure.redirectRefused': 'De inlogpagina heeft dit geweigerd. Probeer het opnieuw.',
  'failure.redirectMismatch': 'Dit inloggen is niet in deze browser begonnen. Log opnieuw in.',
  'failure.federatedUser':
    'Je bent ingelogd via een andere aanbieder, dus er is hier geen account om te wijzigen.',
  'failure.signedIn': 'Er is al iemand ingelogd. Log eerst uit.',
  'failure.guestAccessRefused': 'Log eerst in.',
  'failure.loginRefused': 'Deze login wordt niet geaccepteerd. Probeer het opnieuw.',
  'failure.identityNotFound': 'Deze identiteit bestaat niet meer. Log uit en daarna weer in.',
  'failure.storageRefused':
    'Je sessie kon niet op dit apparaat worden opgeslagen. Sta deze pagina toe gegevens op te slaan en log opnieuw in.',
  'failure.passkeyCancelled': 'Dit is geannuleerd of duurde te lang. Probeer het opnieuw.',
  'failure.passkeyUnsupported': 'Passkeys werken niet in deze browser of op dit apparaat.',
  'failure.passkeyWrongSite': 'De passkeys van dit account werken niet op dit adres.',
  'failure.passkeyInsecurePage':
    'Passkeys werken alleen op een beveiligde pagina, waarvan het adres met https begint.',
  'failure.passkeyExists': 'Op dit apparaat is al een passkey voor dit account.',
  'failure.passkeyLimit':
    'Je hebt zoveel passkeys als een account kan hebben. Verwijder er eerst een.',
  'failure.passkeyExpired': 'Dit duurde te lang. Probeer het opnieuw.',
  'failure.passkeyNotAccepted': 'Deze passkey wordt niet geaccepteerd. Probeer een andere.',
  'failure.factorNotAvailable':
    'Deze manier van inloggen is niet beschikbaar voor dit account. Kies een andere.',
  'failure.firewallChallenge':
    'De inlogdienst moet deze browser controleren. Laad de pagina opnieuw.',
  'failure.firewallCaptcha':
    'De inlogdienst moet controleren of je een mens bent. Laad de pagina opnieuw.',
  'failure.notAvailable': 'Dit is nu niet beschikbaar. Probeer het later opnieuw.',
  'failure.forbidden':
    'Deze aanvraag is geblokkeerd. Probeer een ander netwerk of neem contact op met de helpdesk.',
  'failure.invalidParameter': 'Er wordt iets niet geaccepteerd. Controleer wat je hebt ingevuld.',
  'failure.notConfigured': 'Het inloggen is niet goed ingesteld. Neem contact op met de helpdesk.',
  'failure.unsupportedChallenge': 'Dit account heeft een stap nodig die deze app niet ondersteunt.',
  'failure.unknown': 'Er ging iets mis. Probeer het opnieuw.',
}
