-- Segments from before have what their template brings, and the totals of their lines.
UPDATE "segments" s SET
	"interaction_group_code" = t."interaction_group_code",
	"language_code" = t."language_code",
	"information_flow" = t."information_flow",
	"initiated_by" = t."initiated_by",
	"correspondence_type" = t."correspondence_type",
	"ignore_contact_correspondence_type" = t."ignore_contact_correspondence_type"
FROM "interaction_templates" t
WHERE t."workspace_id" = s."workspace_id" AND t."code" = s."interaction_template_code";--> statement-breakpoint
UPDATE "segments" SET
	"cost" = "unit_cost" * ("companies" + "people"),
	"duration" = "unit_duration"::bigint * ("companies" + "people");--> statement-breakpoint
UPDATE "segment_steps" st SET
	"cost" = s."unit_cost" * (st."companies" + st."people") * d.direction,
	"duration" = s."unit_duration"::bigint * (st."companies" + st."people") * d.direction
FROM "segments" s, (VALUES ('add', 1), ('reuse-logged', 1), ('reduce', -1), ('refine', -1)) AS d (kind, direction)
WHERE s."workspace_id" = st."workspace_id" AND s."id" = st."segment_id" AND d.kind = st."input" ->> 'kind';
