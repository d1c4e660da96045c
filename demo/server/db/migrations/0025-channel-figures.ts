/** What telephone and chat systems told last, by channel. */
export const channelFigures = `
CREATE TABLE "channel_figures" (
	"service_id" text NOT NULL,
	"channel" text NOT NULL,
	"figures" jsonb NOT NULL,
	"at" bigint NOT NULL,
	"told_at" bigint NOT NULL,
	CONSTRAINT "channel_figures_service_id_channel_pk" PRIMARY KEY("service_id","channel")
);
ALTER TABLE channel_figures ENABLE ROW LEVEL SECURITY;
ALTER TABLE channel_figures FORCE ROW LEVEL SECURITY;
CREATE POLICY one_service ON channel_figures TO desk_app USING (service_id = nullif(current_setting('app.service', true), ''))
  WITH CHECK (service_id = nullif(current_setting('app.service', true), ''));
CREATE POLICY every_service ON channel_figures TO desk_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON channel_figures TO desk_app, desk_system;
`;
