CREATE TABLE "opportunities" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "opportunities_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"no" text NOT NULL,
	"description" text NOT NULL,
	"contact_id" bigint NOT NULL,
	"company_id" bigint,
	"salesperson_code" text NOT NULL,
	"campaign_id" bigint,
	"segment_id" bigint,
	"segment_description" text DEFAULT '' NOT NULL,
	"entry_id" bigint,
	"created_on" date NOT NULL,
	"status" text DEFAULT 'not-started' NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"estimated_value" numeric(18, 2),
	"chances" integer,
	"estimated_close" date,
	"closed_on" date,
	"close_reason" text DEFAULT '' NOT NULL,
	"created_by" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "opportunities_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "opportunities_value" CHECK ("opportunities"."estimated_value" >= 0 and "opportunities"."chances" between 0 and 100),
	CONSTRAINT "opportunities_closed" CHECK (("opportunities"."status" in ('won', 'lost')) = ("opportunities"."closed_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "opportunity_comments" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "opportunity_comments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"opportunity_id" bigint NOT NULL,
	"comment" text NOT NULL,
	"member_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "opportunity_comments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "tasks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"no" text NOT NULL,
	"kind" text NOT NULL,
	"organizer_id" bigint,
	"type" text DEFAULT '' NOT NULL,
	"description" text NOT NULL,
	"date" date NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"status" text DEFAULT 'not-started' NOT NULL,
	"closed_on" date,
	"canceled" boolean DEFAULT false NOT NULL,
	"salesperson_code" text NOT NULL,
	"contact_id" bigint,
	"company_id" bigint,
	"campaign_id" bigint,
	"segment_id" bigint,
	"entry_id" bigint,
	"created_by" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tasks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "tasks_closed" CHECK (("tasks"."status" = 'completed' or "tasks"."canceled") = ("tasks"."closed_on" is not null)),
	CONSTRAINT "tasks_kind" CHECK (("tasks"."kind" = 'organizer') = ("tasks"."organizer_id" is null))
);
--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_contact_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_salesperson_fk" FOREIGN KEY ("workspace_id","salesperson_code") REFERENCES "public"."salespeople"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_campaign_fk" FOREIGN KEY ("workspace_id","campaign_id") REFERENCES "public"."campaigns"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_segment_fk" FOREIGN KEY ("workspace_id","segment_id") REFERENCES "public"."segments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_entry_fk" FOREIGN KEY ("workspace_id","entry_id") REFERENCES "public"."interaction_log_entries"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_created_by_fk" FOREIGN KEY ("workspace_id","created_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_comments" ADD CONSTRAINT "opportunity_comments_opportunity_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_comments" ADD CONSTRAINT "opportunity_comments_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_organizer_fk" FOREIGN KEY ("workspace_id","organizer_id") REFERENCES "public"."tasks"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_contact_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_salesperson_fk" FOREIGN KEY ("workspace_id","salesperson_code") REFERENCES "public"."salespeople"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_campaign_fk" FOREIGN KEY ("workspace_id","campaign_id") REFERENCES "public"."campaigns"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_segment_fk" FOREIGN KEY ("workspace_id","segment_id") REFERENCES "public"."segments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_entry_fk" FOREIGN KEY ("workspace_id","entry_id") REFERENCES "public"."interaction_log_entries"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_created_by_fk" FOREIGN KEY ("workspace_id","created_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "opportunities_no" ON "opportunities" USING btree ("workspace_id","no");--> statement-breakpoint
CREATE UNIQUE INDEX "opportunities_entry" ON "opportunities" USING btree ("workspace_id","entry_id") WHERE "opportunities"."entry_id" is not null;--> statement-breakpoint
CREATE INDEX "opportunities_contact" ON "opportunities" USING btree ("workspace_id","contact_id");--> statement-breakpoint
CREATE INDEX "opportunities_company" ON "opportunities" USING btree ("workspace_id","company_id");--> statement-breakpoint
CREATE INDEX "opportunities_campaign" ON "opportunities" USING btree ("workspace_id","campaign_id");--> statement-breakpoint
CREATE INDEX "opportunities_segment" ON "opportunities" USING btree ("workspace_id","segment_id") WHERE "opportunities"."segment_id" is not null;--> statement-breakpoint
CREATE INDEX "opportunities_salesperson" ON "opportunities" USING btree ("workspace_id","salesperson_code","id");--> statement-breakpoint
CREATE INDEX "opportunity_comments_opportunity" ON "opportunity_comments" USING btree ("workspace_id","opportunity_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_no" ON "tasks" USING btree ("workspace_id","no");--> statement-breakpoint
CREATE INDEX "tasks_organizer" ON "tasks" USING btree ("workspace_id","organizer_id") WHERE "tasks"."organizer_id" is not null;--> statement-breakpoint
CREATE INDEX "tasks_open" ON "tasks" USING btree ("workspace_id","salesperson_code","date","id") WHERE "tasks"."closed_on" is null;--> statement-breakpoint
CREATE INDEX "tasks_contact" ON "tasks" USING btree ("workspace_id","contact_id","date");--> statement-breakpoint
CREATE INDEX "tasks_company" ON "tasks" USING btree ("workspace_id","company_id","date");--> statement-breakpoint
CREATE INDEX "tasks_campaign" ON "tasks" USING btree ("workspace_id","campaign_id");--> statement-breakpoint
CREATE INDEX "tasks_segment" ON "tasks" USING btree ("workspace_id","segment_id") WHERE "tasks"."segment_id" is not null;--> statement-breakpoint
CREATE INDEX "tasks_entry" ON "tasks" USING btree ("workspace_id","entry_id") WHERE "tasks"."entry_id" is not null;