import type { FailureTexts } from '../../words.ts'

export const failures: FailureTexts = {
  'failure.incorrectCredentials': 'ユーザー名またはパスワードが正しくありません。',
  'failure.incorrectPreviousPassword': '現在のパスワードが正しくありません。',
  'failure.temporaryPasswordExpired':
    'この仮パスワードは有効期限が切れています。新しい招待を依頼してください。',
  'failure.userNotFound':
    'この名前のアカウントは見つかりません。入力内容を確認するか、アカウントを作成してください。',
  'failure.userDisabled': 'このアカウントは無効になっています。サポートにお問い合わせください。',
  'failure.userNotConfirmed': 'このアカウントはまだ確認されていません。',
  'failure.passwordResetRequired': '先にパスワードを再設定する必要があります。',
  'failure.resetNotAllowed':
    'このアカウントのパスワードはここでは再設定できません。サポートにお問い合わせください。',
  'failure.noVerifiedContact':
    'このアカウントには、コードを送信できる確認済みのメールアドレスや電話番号がありません。',
  'failure.notAuthorized': 'このアカウントではこの操作は許可されていません。',
  'failure.scopeMissing': 'このログインではアカウントの表示や変更はできません。',
  'failure.tooManyAttempts': '試行回数が多すぎます。数分待ってからもう一度お試しください。',
  'failure.tooManyAttemptsUntil': '試行回数が多すぎます。{time}にもう一度お試しください。',
  'failure.tooManyCodes':
    '間違ったコードの入力が多すぎます。数分待ってから新しいコードを取得してください。',
  'failure.challengeExpired': 'ログインに時間がかかりすぎました。もう一度ログインしてください。',
  'failure.challengeUsed': 'このログインは別の場所で続行されました。もう一度ログインしてください。',
  'failure.mfaNotSetUp': 'この 2 段階認証の方法はまだ設定されていません。',
  'failure.usernameExists': 'この名前のアカウントはすでにあります。ログインしてください。',
  'failure.aliasExists': 'このメールアドレスまたは電話番号は別のアカウントで使用されています。',
  'failure.invalidUsername': 'このユーザー名は使用できません。確認してください。',
  'failure.invalidEmail': 'メールアドレスの形式が正しくありません（例：name@example.com）。',
  'failure.invalidPhoneNumber':
    '電話番号の形式が正しくありません。+ と国番号から入力してください。',
  'failure.attributeRequired': '「{label}」が入力されていません。',
  'failure.unnamedRequired': '入力されていない項目があります。必須項目をすべて入力してください。',
  'failure.invalidAttribute': '「{label}」の内容が正しくありません。確認してください。',
  'failure.unnamedInvalid': '正しくない項目があります。入力内容を確認してください。',
  'failure.attributeNotWritable': '「{label}」はここでは変更できません。',
  'failure.unnamedNotWritable': 'ここでは変更できません。',
  'failure.invalidPassword': 'このパスワードは条件を満たしていません。',
  'failure.brokenRule': 'このパスワードは条件「{rule}」を満たしていません。',
  'failure.passwordUsedBefore':
    'このパスワードは以前に使用されています。新しいパスワードを設定してください。',
  'failure.refusedByTrigger': 'リクエストは拒否されました。',
  'failure.codeMismatch': 'コードが正しくありません。最新のコードを入力してください。',
  'failure.codeExpired': 'コードの有効期限が切れています。新しいコードを取得してください。',
  'failure.codeNotDelivered':
    'コードを届けられませんでした。メールアドレスまたは電話番号を確認してください。',
  'failure.alreadyConfirmed': 'このアカウントはすでに確認されています。ログインしてください。',
  'failure.limitExceeded': '試行回数が多すぎます。数分待ってからもう一度お試しください。',
  'failure.throttled': '現在アクセスが集中しています。数秒待ってからもう一度お試しください。',
  'failure.throttledUntil': '現在アクセスが集中しています。{time}にもう一度お試しください。',
  'failure.conflict': '同時に別の変更が行われました。もう一度お試しください。',
  'failure.deviceNotFound':
    'このデバイスは認識されなくなりました。ページを再読み込みしてください。',
  'failure.sessionExpired': 'セッションの有効期限が切れました。もう一度ログインしてください。',
  'failure.sessionRevoked': 'セッションが終了しました。もう一度ログインしてください。',
  'failure.accessTokenExpired':
    'セッションの更新が必要です。ログアウトしてから、もう一度ログインしてください。',
  'failure.signedOut': 'ログアウトしています。もう一度ログインしてください。',
  'failure.stopped': 'このページは終了処理中です。再読み込みしてください。',
  'failure.network': 'ログインサービスに接続できません。接続を確認してもう一度お試しください。',
  'failure.timeout': 'ログインサービスの応答に時間がかかっています。もう一度お試しください。',
  'failure.aborted': 'キャンセルされました。',
  'failure.serviceError':
    'ログインサービスで問題が発生しています。しばらくしてからもう一度お試しください。',
  'failure.serviceErrorUntil':
    'ログインサービスで問題が発生しています。{time}にもう一度お試しください。',
  'failure.triggerFailed':
    'ログインサービスで問題が発生しています。しばらくしてからもう一度お試しください。',
  'failure.emptyAnswer':
    'ログインサービスで問題が発生しています。しばらくしてからもう一度お試しください。',
  'failure.nonJsonAnswer':
    'ログインサービスで問題が発生しています。しばらくしてからもう一度お試しください。',
  'failure.invalidAnswer':
    'ログインサービスで問題が発生しています。しばらくしてからもう一度お試しください。',
  'failure.unnamedError':
    'ログインサービスで問題が発生しています。しばらくしてからもう一度お試しください。',
  'failure.redirectDenied': '別のページでキャンセルしたため、ログインしていません。',
  'failure.redirectExpired':
    'このログインは時間がかかりすぎたか、すでに使用されています。もう一度ログインしてください。',
  'failure.redirectRefused': 'ログインページで拒否されました。もう一度お試しください。',
  'failure.redirectMismatch':
    'このログインはこのブラウザで開始されたものではありません。もう一度ログインしてください。',
  'failure.federatedUser':
    '別のサービスでログインしているため、ここで変更できるアカウントはありません。',
  'failure.signedIn': 'すでにユーザーがログインしています。先にログアウトしてください。',
  'failure.guestAccessRefused': '先にログインしてください。',
  'failure.loginRefused': 'このログインは受け付けられません。もう一度お試しください。',
  'failure.identityNotFound':
    'この ID はもう存在しません。ログアウトしてから、もう一度ログインしてください。',
  'failure.storageRefused':
    'このデバイスにセッションを保存できませんでした。このページにデータの保存を許可してから、もう一度ログインしてください。',
  'failure.passkeyCancelled':
    'キャンセルされたか、時間がかかりすぎました。もう一度お試しください。',
  'failure.passkeyUnsupported': 'このブラウザーまたはデバイスではパスキーを使えません。',
  'failure.passkeyWrongSite': 'このアドレスでは、このアカウントのパスキーを使えません。',
  'failure.passkeyInsecurePage':
    'パスキーは、アドレスが https で始まる安全なページでのみ使えます。',
  'failure.passkeyExists': 'このデバイスには、このアカウントのパスキーがすでにあります。',
  'failure.passkeyLimit': 'パスキーの数が上限に達しています。先にどれかを削除してください。',
  'failure.passkeyExpired': '時間がかかりすぎました。もう一度お試しください。',
  'failure.passkeyNotAccepted': 'このパスキーは使えません。別のパスキーをお試しください。',
  'failure.factorNotAvailable':
    'このアカウントでは、このログイン方法を使えません。別の方法を選んでください。',
  'failure.firewallChallenge':
    'ログインサービスがこのブラウザを確認する必要があります。ページを再読み込みしてください。',
  'failure.firewallCaptcha':
    'ロボットではないことを確認する必要があります。ページを再読み込みしてください。',
  'failure.notAvailable': '現在ご利用いただけません。しばらくしてからもう一度お試しください。',
  'failure.forbidden':
    'このリクエストはブロックされました。別のネットワークで試すか、サポートにお問い合わせください。',
  'failure.invalidParameter': '正しくない項目があります。入力内容を確認してください。',
  'failure.notConfigured': 'ログインが正しく設定されていません。サポートにお問い合わせください。',
  'failure.unsupportedChallenge': 'このアカウントには、このアプリが対応していない手順が必要です。',
  'failure.unknown': '問題が発生しました。もう一度お試しください。',
}
