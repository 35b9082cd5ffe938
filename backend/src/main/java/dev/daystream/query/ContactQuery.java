package dev.daystream.query;

import dev.daystream.model.Mail;
import dev.daystream.model.StudySettings;
import dev.daystream.query.LetterTemplate.Rendered;
import dev.daystream.store.ContactStore;
import dev.daystream.store.ContactStore.Contact;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes to participants, and tells what was written. */
public final class ContactQuery {
    private final StudyQuery study;
    private final ContactStore store;
    private final Mail mail;
    private final Clock clock;

    /**
     * What is to be written to whom.
     *
     * @param participants ids
     * @param subject one line
     * @param text plain text
     */
    public record Request(List<Long> participants, String subject, String text) {}

    /**
     * A letter to somebody and what became of it.
     *
     * @param participant who
     * @param name what people call them
     * @param outcome ready, sent, refused or failed
     * @param reason why it is refused, or null
     * @param detail the same or the mail server's answer in words, or null
     * @param subject as it reads for them
     * @param text as it reads for them
     */
    public record Letter(
            long participant,
            String name,
            String outcome,
            @Nullable String reason,
            @Nullable String detail,
            String subject,
            String text) {}

    /** Letters, in the order asked. */
    public record Letters(List<Letter> letters) {}

    /**
     * What somebody was written.
     *
     * @param participant who
     * @param hasEmail whether there is an address
     * @param contacts newest first
     */
    public record Log(long participant, boolean hasEmail, List<Contact> contacts) {}

    /** One participant on the way from template to mailbox. */
    private record Draft(StudyRow row, Rendered rendered, Optional<Refusal> refusal) {
        Letter as(String outcome, @Nullable String detail) {
            return new Letter(
                    row.participant().id(),
                    row.participant().name(),
                    refusal.isPresent() ? "refused" : outcome,
                    refusal.map(why -> why.reason().key()).orElse(null),
                    refusal.map(Refusal::detail).orElse(detail),
                    rendered.subject(),
                    rendered.text());
        }

        Draft refused(Optional<Refusal> why) {
            return new Draft(row, rendered, why);
        }
    }

    /** A draft and, if it may go out, the number of its note in the log. */
    private record Claimed(Draft draft, Optional<Long> contact) {}

    ContactQuery(StudyQuery study, ContactStore store, Mail mail, Clock clock) {
        this.study = study;
        this.store = store;
        this.mail = mail;
        this.clock = clock;
    }

    /** Returns what each would be written, or why not; fails with {@link InvalidParametersException} if the template is wrong. */
    public Future<Letters> preview(Request request) {
        return study.settings()
                .compose(settings -> drafts(request, settings))
                .map(drafts -> new Letters(
                        drafts.stream().map(draft -> draft.as("ready", null)).toList()));
    }

    /** Writes to everyone to whom it may, and returns what became of each. */
    public Future<Letters> send(Request request) {
        return study.settings()
                .compose(settings -> drafts(request, settings)
                        .compose(drafts -> claimAll(drafts, settings))
                        .compose(this::deliver));
    }

    /** Returns what somebody was written; fails with {@link NoSuchParticipantException}. */
    public Future<Log> log(long participant, int limit) {
        return study.exists(participant).compose(found -> {
            var contacts = store.log(participant, limit);
            var addresses = store.addresses(List.of(participant));
            return Future.all(contacts, addresses)
                    .map(done -> new Log(participant, addresses.result().containsKey(participant), contacts.result()));
        });
    }

    private Future<List<Draft>> drafts(Request request, StudySettings settings) {
        LetterTemplate template = new LetterTemplate(request.subject(), request.text());
        Instant now = clock.instant();
        return study.find(request.participants())
                .map(rows -> rows.stream()
                        .map(row -> {
                            Rendered rendered = template.render(row, now);
                            Optional<Refusal> refusal = Refusal.of(row, settings, rendered, now);
                            return new Draft(row, rendered, refusal.or(this::noServer));
                        })
                        .toList());
    }

    private Optional<Refusal> noServer() {
        return mail.canSend()
                ? Optional.empty()
                : Refusal.because(Refusal.Reason.NO_MAIL_SERVER, "No mail server is set: DAYSTREAM_SMTP_URL.");
    }

    private Future<List<Claimed>> claimAll(List<Draft> drafts, StudySettings settings) {
        List<Claimed> claimed = new ArrayList<>();
        Future<Void> chain = Future.succeededFuture();
        for (Draft draft : drafts) {
            chain = chain.compose(done -> claim(draft, settings)).map(one -> {
                claimed.add(one);
                return null;
            });
        }
        return chain.map(done -> claimed);
    }

    private Future<Claimed> claim(Draft draft, StudySettings settings) {
        if (draft.refusal().isPresent()) {
            return Future.succeededFuture(new Claimed(draft, Optional.empty()));
        }
        Instant now = clock.instant();
        Instant since = now.minus(Duration.ofHours(settings.repeatHours()));
        return store.claim(
                        draft.row().participant().id(),
                        since,
                        now,
                        draft.rendered().subject(),
                        draft.rendered().text())
                .map(id -> new Claimed(id.isPresent() ? draft : draft.refused(Refusal.contacted(settings)), id));
    }

    private Future<Letters> deliver(List<Claimed> claimed) {
        List<Claimed> going =
                claimed.stream().filter(one -> one.contact().isPresent()).toList();
        List<Long> ids =
                going.stream().map(one -> one.draft().row().participant().id()).toList();
        return store.addresses(ids)
                .compose(addresses -> going.isEmpty()
                        ? Future.succeededFuture(List.<Optional<String>>of())
                        : mail.send(going.stream()
                                .map(one -> letter(one.draft(), addresses))
                                .toList()))
                .compose(failures -> finish(going, failures).map(done -> letters(claimed, going, failures)));
    }

    /** An address that was taken away meanwhile is empty, and fails as one that the mail server does not take. */
    private static Mail.Letter letter(Draft draft, Map<Long, String> addresses) {
        return new Mail.Letter(
                addresses.getOrDefault(draft.row().participant().id(), ""),
                draft.rendered().subject(),
                draft.rendered().text());
    }

    private Future<?> finish(List<Claimed> going, List<Optional<String>> failures) {
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < going.size(); i++) {
            all.add(store.finish(
                    going.get(i).contact().orElseThrow(), failures.get(i).orElse(null)));
        }
        return Future.all(all);
    }

    private static Letters letters(List<Claimed> claimed, List<Claimed> going, List<Optional<String>> failures) {
        List<Letter> letters = new ArrayList<>();
        for (Claimed one : claimed) {
            int place = going.indexOf(one);
            String failure = place < 0 ? null : failures.get(place).orElse(null);
            letters.add(one.draft().as(Objects.isNull(failure) ? "sent" : "failed", failure));
        }
        return new Letters(letters);
    }
}
