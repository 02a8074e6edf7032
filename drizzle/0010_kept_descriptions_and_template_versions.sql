ALTER TABLE "interaction_template_languages" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "interaction_templates" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "follow_up_proposals" ADD COLUMN "description" text DEFAULT '' NOT NULL;