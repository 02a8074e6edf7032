import { z } from 'zod';

/** The team of the playground, used where no Slack credentials are set and no workspace is named. */
export const PLAYGROUND_TEAM_ID = 'T0PLAYGROUND';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const userIds = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .pipe(
    z.array(z.string().regex(/^[UW][A-Z0-9]+$/, 'Slack user ids such as U012AB3CD, separated by commas')),
  );

const environment = z.object({
  DATABASE_URL: optional(
    z.string().regex(/^postgres(ql)?:\/\//, 'an address such as postgres://user:password@host:5432/database'),
  ),
  DATA_DIR: z.string().min(1, 'the folder for the built-in database').default('.data'),
  PORT: z.coerce
    .number({ error: 'a port number from 1 to 65535' })
    .int('a port number from 1 to 65535')
    .min(1, 'a port number from 1 to 65535')
    .max(65_534, 'a port number from 1 to 65534')
    .default(3000),
  SLACK_BOT_TOKEN: optional(z.string().regex(/^xoxb-/, 'the bot token of the app; it starts with xoxb-')),
  SLACK_SIGNING_SECRET: optional(
    z.string().min(8, "the signing secret from the app's Basic Information page"),
  ),
  SLACK_APP_TOKEN: optional(
    z.string().regex(/^xapp-/, 'an app-level token for Socket Mode; it starts with xapp-'),
  ),
  SLACK_API_URL: optional(
    z.url({ protocol: /^https?$/, error: 'the address of the Slack API, such as https://slack.com/api/' }),
  ),
  SMTP_URL: optional(
    z
      .string()
      .regex(
        /^smtps?:\/\/\S+$/,
        'the address of a mail server, such as smtps://user:password@mail.example:465',
      ),
  ),
  MAIL_FROM: optional(z.string().regex(/@/, 'the sender of e-mails, such as Sales <sales@example.com>')),
  ADMIN_USER_IDS: userIds.default([]),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` }).default('info'),
});

type Environment = z.infer<typeof environment>;

/** How the app talks to Slack: nothing set means the playground on this machine. */
export type SlackConfig =
  | { mode: 'playground' }
  | { mode: 'http'; botToken: string; signingSecret: string; apiUrl?: string }
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl?: string };

export interface Config {
  databaseUrl?: string;
  dataDir: string;
  port: number;
  slack: SlackConfig;
  adminUserIds: string[];
  /** Absent: e-mails are handed over to people. */
  mail?: { url: string; from: string };
  logLevel: (typeof LOG_LEVELS)[number];
}

/** The settings do not fit; `problems` has one sentence per variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: string[];

  constructor(problems: string[]) {
    super(`The settings do not fit:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Reads the settings from the environment, once, at start.
 * @throws ConfigError naming each variable that is wrong or missing and what it should hold
 */
export function loadConfig(env: Record<string, string | undefined> = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path[0]?.toString()} should hold ${issue.message}`),
    );
  }
  const values = parsed.data;
  const { SMTP_URL: mailUrl, MAIL_FROM: from } = values;
  if (mailUrl && !from) {
    throw new ConfigError(['MAIL_FROM should hold the sender of e-mails, because SMTP_URL is set']);
  }
  return {
    ...(values.DATABASE_URL ? { databaseUrl: values.DATABASE_URL } : {}),
    dataDir: values.DATA_DIR,
    port: values.PORT,
    slack: slackConfig(values),
    adminUserIds: values.ADMIN_USER_IDS,
    ...(mailUrl && from ? { mail: { url: mailUrl, from } } : {}),
    logLevel: values.LOG_LEVEL,
  };
}

function slackConfig(values: Environment): SlackConfig {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_APP_TOKEN: appToken,
  } = values;
  const apiUrl = values.SLACK_API_URL ? { apiUrl: values.SLACK_API_URL } : {};
  if (!botToken && !signingSecret && !appToken) return { mode: 'playground' };
  if (!botToken) {
    throw new ConfigError([
      'SLACK_BOT_TOKEN should hold the bot token of the app, because the other Slack settings are set',
    ]);
  }
  if (appToken) return { mode: 'socket', botToken, appToken, ...apiUrl };
  if (signingSecret) return { mode: 'http', botToken, signingSecret, ...apiUrl };
  throw new ConfigError([
    'SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN (for Socket Mode) should be set, because SLACK_BOT_TOKEN is',
  ]);
}
