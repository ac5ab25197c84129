import type { FailureTexts } from '../../words.ts'

export const failures: FailureTexts = {
  'failure.incorrectCredentials': 'El nombre de usuario o la contraseña son incorrectos.',
  'failure.incorrectPreviousPassword': 'Esta no es tu contraseña actual.',
  'failure.temporaryPasswordExpired':
    'Esta contraseña temporal ha caducado. Pide una invitación nueva.',
  'failure.userNotFound': 'No hay ninguna cuenta con este nombre. Compruébalo o crea una cuenta.',
  'failure.userDisabled':
    'Esta cuenta está desactivada. Ponte en contacto con el servicio de asistencia.',
  'failure.userNotConfirmed': 'Esta cuenta aún no está confirmada.',
  'failure.passwordResetRequired': 'Primero tienes que restablecer la contraseña.',
  'failure.resetNotAllowed':
    'La contraseña de esta cuenta no se puede restablecer aquí. Ponte en contacto con el servicio de asistencia.',
  'failure.noVerifiedContact':
    'Esta cuenta no tiene ningún correo electrónico ni teléfono confirmado al que enviar un código.',
  'failure.notAuthorized': 'Esta cuenta no tiene permiso para hacer esto.',
  'failure.scopeMissing': 'Este inicio de sesión no te permite ver ni cambiar la cuenta.',
  'failure.tooManyAttempts': 'Demasiados intentos. Espera unos minutos e inténtalo de nuevo.',
  'failure.tooManyAttemptsUntil': 'Demasiados intentos. Inténtalo de nuevo {time}.',
  'failure.tooManyCodes': 'Demasiados códigos incorrectos. Espera unos minutos y pide uno nuevo.',
  'failure.challengeExpired': 'El inicio de sesión ha tardado demasiado. Inicia sesión de nuevo.',
  'failure.challengeUsed':
    'Este inicio de sesión ha continuado en otro lugar. Inicia sesión de nuevo.',
  'failure.mfaNotSetUp': 'Este segundo paso aún no está configurado.',
  'failure.usernameExists': 'Ya hay una cuenta con este nombre. Inicia sesión en su lugar.',
  'failure.aliasExists': 'Este correo electrónico o número de teléfono pertenece a otra cuenta.',
  'failure.invalidUsername': 'Este nombre de usuario no se acepta. Compruébalo.',
  'failure.invalidEmail': 'No es una dirección de correo electrónico. Ejemplo: name@example.com.',
  'failure.invalidPhoneNumber': 'No es un número de teléfono. Empieza con + y el prefijo del país.',
  'failure.attributeRequired': 'Falta «{label}».',
  'failure.unnamedRequired': 'Falta un dato. Rellena todos los campos obligatorios.',
  'failure.invalidAttribute': '«{label}» no se acepta. Comprueba lo que has escrito.',
  'failure.unnamedInvalid': 'Hay un dato que no se acepta. Comprueba lo que has escrito.',
  'failure.attributeNotWritable': '«{label}» no se puede cambiar aquí.',
  'failure.unnamedNotWritable': 'Esto no se puede cambiar aquí.',
  'failure.invalidPassword': 'Esta contraseña no cumple las reglas.',
  'failure.brokenRule': 'Esta contraseña no cumple la regla «{rule}».',
  'failure.passwordUsedBefore': 'Ya has usado esta contraseña. Elige una nueva.',
  'failure.refusedByTrigger': 'Se ha rechazado la solicitud.',
  'failure.codeMismatch': 'Este código es incorrecto. Introduce el más reciente.',
  'failure.codeExpired': 'Este código ha caducado. Pide uno nuevo.',
  'failure.codeNotDelivered':
    'No se ha podido entregar el código. Comprueba el correo electrónico o el número de teléfono.',
  'failure.alreadyConfirmed': 'Esta cuenta ya está confirmada. Inicia sesión.',
  'failure.limitExceeded': 'Demasiados intentos. Espera unos minutos e inténtalo de nuevo.',
  'failure.throttled':
    'Hay muchas solicitudes en este momento. Espera unos segundos e inténtalo de nuevo.',
  'failure.throttledUntil': 'Hay muchas solicitudes en este momento. Inténtalo de nuevo {time}.',
  'failure.conflict': 'Se ha hecho otro cambio al mismo tiempo. Inténtalo de nuevo.',
  'failure.deviceNotFound': 'Este dispositivo ya no se reconoce. Vuelve a cargar la página.',
  'failure.sessionExpired': 'Tu sesión ha caducado. Inicia sesión de nuevo.',
  'failure.sessionRevoked': 'Tu sesión se ha cerrado. Inicia sesión de nuevo.',
  'failure.accessTokenExpired': 'Hay que renovar tu sesión. Ciérrala y vuelve a iniciarla.',
  'failure.signedOut': 'Has cerrado sesión. Inicia sesión de nuevo.',
  'failure.stopped': 'Esta página se está cerrando. Vuelve a cargarla.',
  'failure.network':
    'No se puede acceder al servicio de inicio de sesión. Comprueba tu conexión e inténtalo de nuevo.',
  'failure.timeout': 'El servicio de inicio de sesión tarda demasiado. Inténtalo de nuevo.',
  'failure.aborted': 'Se ha cancelado la operación.',
  'failure.serviceError':
    'El servicio de inicio de sesión tiene un problema. Inténtalo de nuevo en un momento.',
  'failure.serviceErrorUntil':
    'El servicio de inicio de sesión tiene un problema. Inténtalo de nuevo {time}.',
  'failure.triggerFailed':
    'El servicio de inicio de sesión tiene un problema. Inténtalo de nuevo en un momento.',
  'failure.emptyAnswer':
    'El servicio de inicio de sesión tiene un problema. Inténtalo de nuevo en un momento.',
  'failure.nonJsonAnswer':
    'El servicio de inicio de sesión tiene un problema. Inténtalo de nuevo en un momento.',
  'failure.invalidAnswer':
    'El servicio de inicio de sesión tiene un problema. Inténtalo de nuevo en un momento.',
  'failure.unnamedError':
    'El servicio de inicio de sesión tiene un problema. Inténtalo de nuevo en un momento.',
  'failure.redirectDenied': 'Has cancelado en la otra página, así que no has iniciado sesión.',
  'failure.redirectExpired':
    'Ese inicio de sesión ha tardado demasiado o ya se ha usado. Inicia sesión de nuevo.',
  'failure.redirectRefused':
    'La página de inicio de sesión ha rechazado la solicitud. Inténtalo de nuevo.',
  'failure.redirectMismatch':
    'Este inicio de sesión no empezó en este navegador. Inicia sesión de nuevo.',
  'failure.federatedUser':
    'Has iniciado sesión con otro proveedor, así que aquí no hay ninguna cuenta que cambiar.',
  'failure.signedIn': 'Ya hay una sesión iniciada. Ciérrala primero.',
  'failure.guestAccessRefused': 'Inicia sesión primero.',
  'failure.loginRefused': 'Este inicio de sesión no se acepta. Inténtalo de nuevo.',
  'failure.identityNotFound': 'Esta identidad ya no existe. Cierra sesión y vuelve a iniciarla.',
  'failure.storageRefused':
    'No se ha podido guardar tu sesión en este dispositivo. Permite que esta página guarde datos e inicia sesión de nuevo.',
  'failure.passkeyCancelled': 'Se ha cancelado o ha tardado demasiado. Inténtalo de nuevo.',
  'failure.passkeyUnsupported':
    'Las claves de acceso no funcionan en este navegador o en este dispositivo.',
  'failure.passkeyWrongSite': 'Las claves de acceso de esta cuenta no funcionan en esta dirección.',
  'failure.passkeyInsecurePage':
    'Las claves de acceso solo funcionan en una página segura, cuya dirección empieza por https.',
  'failure.passkeyExists': 'Ya hay una clave de acceso para esta cuenta en este dispositivo.',
  'failure.passkeyLimit':
    'Tienes tantas claves de acceso como puede tener una cuenta. Elimina una primero.',
  'failure.passkeyExpired': 'Ha tardado demasiado. Inténtalo de nuevo.',
  'failure.passkeyNotAccepted': 'Esta clave de acceso no se acepta. Prueba con otra.',
  'failure.factorNotAvailable':
    'Esta forma de iniciar sesión no está disponible para esta cuenta. Elige otra.',
  'failure.firewallChallenge':
    'El servicio de inicio de sesión tiene que comprobar este navegador. Vuelve a cargar la página.',
  'failure.firewallCaptcha':
    'El servicio de inicio de sesión tiene que comprobar que eres una persona. Vuelve a cargar la página.',
  'failure.notAvailable': 'No está disponible en este momento. Inténtalo más tarde.',
  'failure.forbidden':
    'Se ha bloqueado esta solicitud. Prueba con otra red o ponte en contacto con el servicio de asistencia.',
  'failure.invalidParameter': 'Hay un dato que no se acepta. Comprueba lo que has escrito.',
  'failure.notConfigured':
    'El inicio de sesión no está bien configurado. Ponte en contacto con el servicio de asistencia.',
  'failure.unsupportedChallenge': 'Esta cuenta necesita un paso que esta aplicación no admite.',
  'failure.unknown': 'Algo ha ido mal. Inténtalo de nuevo.',
}
