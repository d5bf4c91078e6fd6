import { comment, fn, sql } from 'tidemark'

export const touchUpdatedAt = fn('touch_updated_at', {
  returns: 'trigger',
  language: 'plpgsql',
  body: sql`
    BEGIN
      NEW.updated_at := now();
      RETURN NEW;
    END
    `,
}).with(comment('Keeps updated_at true'))

/** Runs as its owner, so that nobody who changes a device needs a privilege on the record of changes. */
export const recordDeviceChange = fn('record_device_change', {
  returns: 'trigger',
  language: 'plpgsql',
  securityDefiner: true,
  set: { search_path: 'pg_catalog, public' },
  body: sql`
    BEGIN
      INSERT INTO public.device_changes (device_uid, tenant_id, action, changed_by, before, after)
      VALUES (
        coalesce(NEW.device_uid, OLD.device_uid), coalesce(NEW.tenant_id, OLD.tenant_id), lower(TG_OP), session_user,
        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END
      );
      RETURN NULL;
    END
    `,
}).with(comment('Writes every change of a device into device_changes'))
