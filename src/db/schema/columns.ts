import { bigint, customType, timestamp } from 'drizzle-orm/pg-core';

/** The workspace a row belongs to: first column of every primary key, index and foreign key. */
export const workspaceId = () => bigint('workspace_id', { mode: 'number' }).notNull();

/** A generated row id, unique inside its workspace. */
export const rowId = () => bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity();

/** A reference to another row's id. */
export const ref = (name: string) => bigint(name, { mode: 'number' });

/** An instant; read back as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** The bytes of a file. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
