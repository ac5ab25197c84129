import type { FailureTexts } from '../../words.ts'

export const failures: FailureTexts = {
  'failure.incorrectCredentials': 'Il nome utente o la password non sono corretti.',
  'failure.incorrectPreviousPassword': 'Questa non è la tua password attuale.',
  'failure.temporaryPasswordExpired':
    'Questa password temporanea è scaduta. Chiedi un nuovo invito.',
  'failure.userNotFound': 'Non esiste un account con questo nome. Controllalo o crea un account.',
  'failure.userDisabled': 'Questo account è disattivato. Contatta l’assistenza.',
  'failure.userNotConfirmed': 'Questo account non è ancora confermato.',
  'failure.passwordResetRequired': 'Prima devi reimpostare la password.',
  'failure.resetNotAllowed':
    'La password di questo account non può essere reimpostata qui. Contatta l’assistenza.',
  'failure.noVerifiedContact':
    'Questo account non ha un indirizzo email o un numero di telefono confermato a cui inviare un codice.',
  'failure.notAuthorized': 'L’operazione non è consentita per questo account.',
  'failure.scopeMissing': 'Con questo accesso non puoi vedere o modificare l’account.',
  'failure.tooManyAttempts': 'Troppi tentativi. Attendi qualche minuto, poi riprova.',
  'failure.tooManyAttemptsUntil': 'Troppi tentativi. Riprova {time}.',
  'failure.tooManyCodes': 'Troppi codici errati. Attendi qualche minuto, poi richiedine uno nuovo.',
  'failure.challengeExpired': 'L’accesso ha richiesto troppo tempo. Accedi di nuovo.',
  'failure.challengeUsed': 'Questo accesso è proseguito altrove. Accedi di nuovo.',
  'failure.mfaNotSetUp': 'Questo secondo passaggio non è ancora configurato.',
  'failure.usernameExists': 'Esiste già un account con questo nome. Prova ad accedere.',
  'failure.aliasExists':
    'Questo indirizzo email o numero di telefono appartiene a un altro account.',
  'failure.invalidUsername': 'Questo nome utente non è accettato. Controllalo.',
  'failure.invalidEmail': 'Non è un indirizzo email. Esempio: name@example.com.',
  'failure.invalidPhoneNumber':
    'Non è un numero di telefono. Inizia con + e il prefisso del Paese.',
  'failure.attributeRequired': 'Manca “{label}”.',
  'failure.unnamedRequired': 'Manca un dato. Compila tutti i campi obbligatori.',
  'failure.invalidAttribute': '“{label}” non è accettato. Controlla ciò che hai scritto.',
  'failure.unnamedInvalid': 'Un dato non è accettato. Controlla ciò che hai scritto.',
  'failure.attributeNotWritable': '“{label}” non può essere modificato qui.',
  'failure.unnamedNotWritable': 'Questo dato non può essere modificato qui.',
  'failure.invalidPassword': 'Questa password non rispetta le regole.',
  'failure.brokenRule': 'Questa password non rispetta la regola “{rule}”.',
  'failure.passwordUsedBefore': 'Hai già usato questa password. Scegline una nuova.',
  'failure.refusedByTrigger': 'La richiesta è stata rifiutata.',
  'failure.codeMismatch': 'Questo codice non è corretto. Inserisci il più recente.',
  'failure.codeExpired': 'Questo codice è scaduto. Richiedine uno nuovo.',
  'failure.codeNotDelivered':
    'Non è stato possibile consegnare il codice. Controlla l’indirizzo email o il numero di telefono.',
  'failure.alreadyConfirmed': 'Questo account è già confermato. Accedi.',
  'failure.limitExceeded': 'Troppi tentativi. Attendi qualche minuto, poi riprova.',
  'failure.throttled':
    'Ci sono molte richieste in questo momento. Attendi qualche secondo, poi riprova.',
  'failure.throttledUntil': 'Ci sono molte richieste in questo momento. Riprova {time}.',
  'failure.conflict': 'C’è stata un’altra modifica nello stesso momento. Riprova.',
  'failure.deviceNotFound': 'Questo dispositivo non è più riconosciuto. Ricarica la pagina.',
  'failure.sessionExpired': 'La tua sessione è scaduta. Accedi di nuovo.',
  'failure.sessionRevoked': 'La tua sessione è stata chiusa. Accedi di nuovo.',
  'failure.accessTokenExpired': 'La tua sessione va rinnovata. Esci, poi accedi di nuovo.',
  'failure.signedOut': 'Hai effettuato la disconnessione. Accedi di nuovo.',
  'failure.stopped': 'Questa pagina si sta chiudendo. Ricaricala.',
  'failure.network':
    'Il servizio di accesso non è raggiungibile. Controlla la connessione e riprova.',
  'failure.timeout': 'Il servizio di accesso impiega troppo tempo. Riprova.',
  'failure.aborted': 'L’operazione è stata annullata.',
  'failure.serviceError': 'Il servizio di accesso ha un problema. Riprova tra poco.',
  'failure.serviceErrorUntil': 'Il servizio di accesso ha un problema. Riprova {time}.',
  'failure.triggerFailed': 'Il servizio di accesso ha un problema. Riprova tra poco.',
  'failure.emptyAnswer': 'Il servizio di accesso ha un problema. Riprova tra poco.',
  'failure.nonJsonAnswer': 'Il servizio di accesso ha un problema. Riprova tra poco.',
  'failure.invalidAnswer': 'Il servizio di accesso ha un problema. Riprova tra poco.',
  'failure.unnamedError': 'Il servizio di accesso ha un problema. Riprova tra poco.',
  'failure.redirectDenied': 'Hai annullato nell’altra pagina, quindi non hai effettuato l’accesso.',
  'failure.redirectExpired':
    'Quell’accesso ha richiesto troppo tempo o è già stato usato. Accedi di nuovo.',
  'failure.redirectRefused': 'La pagina di accesso ha rifiutato la richiesta. Riprova.',
  'failure.redirectMismatch': 'Questo accesso non è iniziato in questo browser. Accedi di nuovo.',
  'failure.federatedUser':
    'Hai effettuato l’accesso con un altro fornitore, quindi qui non c’è un account da modificare.',
  'failure.signedIn': 'Un utente ha già effettuato l’accesso. Prima esci dall’account.',
  'failure.guestAccessRefused': 'Prima accedi.',
  'failure.loginRefused': 'Questo accesso non è accettato. Riprova.',
  'failure.identityNotFound': 'Questa identità non esiste più. Esci, poi accedi di nuovo.',
  'failure.storageRefused':
    'Non è stato possibile salvare la tua sessione su questo dispositivo. Consenti a questa pagina di salvare dati, poi accedi di nuovo.',
  'failure.passkeyCancelled':
    'L’operazione è stata annullata o ha richiesto troppo tempo. Riprova.',
  'failure.passkeyUnsupported':
    'Le passkey non funzionano in questo browser o su questo dispositivo.',
  'failure.passkeyWrongSite': 'Le passkey di questo account non funzionano a questo indirizzo.',
  'failure.passkeyInsecurePage':
    'Le passkey funzionano solo su una pagina sicura, il cui indirizzo inizia con https.',
  'failure.passkeyExists': 'Su questo dispositivo c’è già una passkey per questo account.',
  'failure.passkeyLimit': 'Hai il numero massimo di passkey. Eliminane prima una.',
  'failure.passkeyExpired': 'È passato troppo tempo. Riprova.',
  'failure.passkeyNotAccepted': 'Questa passkey non è accettata. Provane un’altra.',
  'failure.factorNotAvailable':
    'Questo modo di accedere non è disponibile per questo account. Scegline un altro.',
  'failure.firewallChallenge':
    'Il servizio di accesso deve verificare questo browser. Ricarica la pagina.',
  'failure.firewallCaptcha':
    'Il servizio di accesso deve verificare che tu sia una persona. Ricarica la pagina.',
  'failure.notAvailable': 'Al momento non è disponibile. Riprova più tardi.',
  'failure.forbidden':
    'Questa richiesta è stata bloccata. Prova con un’altra rete o contatta l’assistenza.',
  'failure.invalidParameter': 'Un dato non è accettato. Controlla ciò che hai scritto.',
  'failure.notConfigured': 'L’accesso non è configurato correttamente. Contatta l’assistenza.',
  'failure.unsupportedChallenge':
    'Questo account richiede un passaggio che questa app non prevede.',
  'failure.unknown': 'Qualcosa è andato storto. Riprova.',
}
