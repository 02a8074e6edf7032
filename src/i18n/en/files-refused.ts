/** Files that Slack did not take. */
export const filesRefused = {
  'fileRefused.segment-csv': '⚠️ The file with the contacts of *{name}* could not be sent to you.',
  'fileRefused.interactions-file': '⚠️ The file with the interactions of *{name}* could not be sent to you.',
  'fileRefused.campaign-targets': '⚠️ The file with the target group of *{name}* could not be sent to you.',
  'fileRefused.attachment-file': '⚠️ The file *{name}* could not be sent to you.',
  'fileRefused.disabled': 'Slack did not take it: files are turned off in this Slack workspace.',
  'fileRefused.disabled.todo': 'An admin of Slack can allow them. Then ask for the file again.',
  'fileRefused.imagesOnly': 'Slack did not take it: only pictures are allowed in this Slack workspace.',
  'fileRefused.imagesOnly.todo': 'An admin of Slack can allow other files. Then ask for the file again.',
  'fileRefused.tooLarge': 'Slack did not take it: it is larger than this Slack workspace allows.',
  'fileRefused.tooLarge.todo': 'Ask for less at a time, or ask an admin of Slack to allow larger files.',
  'fileRefused.full': 'Slack did not take it: there is no room left for files in this Slack workspace.',
  'fileRefused.full.todo': 'An admin of Slack can make room. Then ask for the file again.',
  'fileRefused.scope': 'Slack did not take it: the app may not send files ({scope}).',
  'fileRefused.scope.todo':
    'Whoever manages the app can install it again with that permission. Then ask for the file again.',
  'fileRefused.notMade': 'The app could not make it.',
  'fileRefused.notMade.todo':
    'Ask for it again. If it fails again, tell whoever manages the app: its log says more.',
  'fileRefused.other': 'Slack did not take it ({code}).',
  'fileRefused.other.todo': 'Ask for it again. If it fails again, tell an admin what it says here.',
} as const;
