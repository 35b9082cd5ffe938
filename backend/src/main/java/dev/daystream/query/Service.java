package dev.daystream.query;

import dev.daystream.model.Clockwork;
import dev.daystream.model.Excerpts;
import dev.daystream.model.Jobs;
import dev.daystream.model.Mail;
import dev.daystream.model.Quotas;

/**
 * What of the running service is asked besides the database.
 *
 * @param jobs takes on work
 * @param excerpts shows records of payloads
 * @param quotas knows what sources still take
 * @param mail takes letters to participants
 * @param clockwork does things again and again
 */
public record Service(Jobs jobs, Excerpts excerpts, Quotas quotas, Mail mail, Clockwork clockwork) {
    /** Where no service runs. */
    public static final Service NONE =
            new Service(Jobs.NOWHERE, Excerpts.NONE, Quotas.UNKNOWN, Mail.NONE, Clockwork.STILL);
}
