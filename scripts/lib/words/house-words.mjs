/**
 * The words that this repository does not use, each with the plain word to use in its place.
 *
 * @typedef {object} HouseWord
 * @property {string} word as it is shown in the list
 * @property {string} plain what to write in its place
 * @property {RegExp} [text] finds it in comments, strings, documents and test titles
 * @property {RegExp} [name] finds it among the words of an identifier or a path: `isHeld` is `is held`
 */

/** @type {HouseWord[]} */
export const houseWords = [
  {
    word: 'told',
    plain:
      'reports, emits, shows, says, notifies; “tell apart” is “distinguish”; “unless told” is “by default”',
    text: /\b(?:un|re)?(?:tells?|told|telling)\b/gi,
    name: /\b(?:un|re)?(?:tells?|tellers?|told|telling)\b/g,
  },
  {
    word: 'held',
    plain: 'current, paused, has, contains, stores, stays',
    text: /\b(?:held|holds?|holding)\b/gi,
    name: /\b(?:held|holds|holding)\b/g,
  },
  {
    word: 'kept',
    plain: 'stored, saved, remembered',
    text: /\b(?:un)?kept\b/gi,
    name: /\b(?:un)?kept\b/g,
  },
  { word: 'news', plain: '(external) event, change', text: /\bnews\b/gi, name: /\bnews\b/g },
  {
    word: 'refuse',
    plain: 'reject, rejection; a driver “cannot take” a step',
    text: /\b(?:refus(?:e|es|ed|ing|als?))\b/gi,
    name: /\b(?:refus(?:e|es|ed|ing|als?))\b/g,
  },
  {
    word: 'ask',
    plain: 'request, requested; Cognito “requires” or “returns a challenge”',
    text: /\b(?:(?:un)?asked|ask(?:s|ing)? (?:for|of))\b/gi,
    name: /\b(?:(?:un)?asked|asks?|asking)\b/g,
  },
  {
    word: 'nobody',
    plain: 'the user, no user, the caller, no caller, all users',
    text: /\b(?:nobody|somebody|anybody|everybody)\b/gi,
    name: /\b(?:nobody|somebody|anybody|everybody)\b/g,
  },
  {
    word: 'one',
    plain: 'the user, the caller, you',
    text: /\b(?:oneself|one's own|(?:where|when|that|what|which|before|after|if|as|until|while|how|than) one (?:is|has|was|can|could|may|must|wants|signs?|types?|does|goes|knows|sees|takes|comes))\b/gi,
  },
  {
    word: 'whoever',
    plain: 'name the subject: “a caller that …”, “users who …”, “any value that …”',
    text: /\b(?:whoever|whatever|whomever)\b/gi,
    name: /\b(?:whoever|whatever)\b/g,
  },
  {
    word: 'vouch',
    plain: 'verify, exchange, prove',
    text: /\bvouch\w*/gi,
    name: /\bvouch(?:e[ds]|ing)?\b/g,
  },
  {
    word: 'made up',
    plain: 'fake',
    text: /\b(?:made|makes|make|making)[- ]up\b/gi,
    name: /\b(?:made|make|makes) up\b/g,
  },
  {
    word: 'stand-in',
    plain: 'fake',
    text: /\b(?:stand(?:s|ing)?|stood)[- ]ins?\b/gi,
    name: /\b(?:stands?|stood) ins?\b/g,
  },
  {
    word: 'come back',
    plain: 'resume, return',
    text: /\b(?:comes?|came|coming) back\b/gi,
    name: /\b(?:comes?|came|coming) back\b/g,
  },
  {
    word: 'way',
    plain: 'path, scenario; “under way” is “in flight”; “on the way” is “during …”',
    text: /\b(?:under way|on (?:the|its|their) way|ways? (?:in|out|back|home|into|through|from|there))\b/gi,
    name: /\bways?\b/g,
  },
  {
    word: 'of what',
    plain: 'name the thing: “the fields of the event”',
    text: /\bof what\b|\bwhat of\b/gi,
  },
  {
    word: 'Of …',
    plain: 'subject, verb, object: “The event’s metadata”, “For tokens that …”',
    text: /\bOf (?=[a-z`])|(?<=^['"`])of (?=[a-z])/g,
  },
  {
    word: 'Who …',
    plain: 'name the subject: “A user who …”, “Callers that …”',
    text: /\b(?:Who|Whose|Whom)\b(?=[^.?!]*(?:[.!]|$))/g,
  },
  {
    word: 'old name',
    plain: 'docs/glossary.md has the new one',
    name: /\b(?:strides?|foresee|foresight|is fleeting|sightings?|beside others|stretches of|as running|open people|confirm early|unconfirm|let stale|wanted challenge|coming outcome)\b/g,
  },
]

/** Names and texts of others, or of the public API, that have a house word in them. */
export const allowed = [
  'refusedByTrigger',
  'redirectRefused',
  'guestAccessRefused',
  'loginRefused',
  'storageRefused',
  'DeviceRefusedError',
  'TotpRefusedError',
  'ECONNREFUSED',
  // The method of the port Lock, and JavaScript's own words.
  '`hold`',
  'of type',
]

/** Files that others wrote, that are generated, or that are lists of words. */
export const ignoredFiles =
  /(?:^|\/)(?:package-lock\.json|LICENSE|NOTICE)$|^docs\/glossary\.md$|\.gen\.|\.api\.md$|^scripts\/(?:lib\/words\/house-words\.mjs|test\/repository\/words\.test\.mjs)$/
