package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.daystream.config.DatabaseSettings;
import dev.daystream.config.MailSettings;
import dev.daystream.http.ApiServer.Answered;
import dev.daystream.mail.SmtpMail;
import dev.daystream.model.Clockwork;
import dev.daystream.model.Excerpts;
import dev.daystream.model.Jobs;
import dev.daystream.model.Quotas;
import dev.daystream.query.Service;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters by the API to a real mail server. */
class ContactApiTest {
    private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Vertx VERTX = Vertx.vertx();
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final ApiServer SERVER;
    private static final Seed SEED = new Seed(SETTINGS);

    static {
        POST.start();
        MailSettings server =
                new MailSettings("127.0.0.1", POST.getSmtp().getPort(), false, null, "", "study@daystream.example");
        SmtpMail mail = new SmtpMail(VERTX, server, Clock.fixed(ApiServer.NOW, ZoneOffset.UTC));
        SERVER = new ApiServer(
                SETTINGS, null, new Service(Jobs.NOWHERE, Excerpts.NONE, Quotas.UNKNOWN, mail, Clockwork.STILL));
    }

    @AfterEach
    void empty() throws Exception {
        POST.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void close() {
        SEED.close();
        SERVER.close();
        TestDatabase.await(VERTX.close());
        POST.stop();
    }

    /** Somebody with an address whose data came long ago; at the server's time it is 14:00 in Berlin. */
    private static long participant(String name, String zone) {
        long id = SEED.participant(name, zone);
        SEED.delivery(id, "fitbit", "steps", "2026-05-20", 100);
        SEED.run("UPDATE delivery SET delivered_at = '2026-05-21T03:00:00Z' WHERE participant_id = ?", id);
        assertThat(patch(id, "p" + id + "@example.org").status()).isEqualTo(200);
        return id;
    }

    private static Answered patch(long id, String email) {
        return SERVER.json(
                HttpMethod.PATCH,
                "/participants/" + id,
                new JsonObject().put("email", email).encode());
    }

    private static Answered post(String path, String subject, String text, Object... participants) {
        JsonObject request = new JsonObject()
                .put("participants", new JsonArray(List.of(participants)))
                .put("subject", subject)
                .put("text", text);
        return SERVER.post(path, request.encode());
    }

    private static JsonObject letter(Answered answered) {
        assertThat(answered.status()).as(answered.body().toString()).isEqualTo(200);
        return answered.json().getJsonArray("letters").getJsonObject(0);
    }

    @Test
    void aLetterArrivesWithTheirOwnFiguresAndIsLogged() throws Exception {
        long id = participant("Änne", "Europe/Berlin");
        JsonObject preview =
                letter(post("/contacts/preview", "Hello {name}", "{daysSilent} days, since {lastSync}.", id));
        assertThat(preview.getString("outcome")).isEqualTo("ready");
        assertThat(POST.getReceivedMessages()).isEmpty();
        JsonObject sent = letter(post("/contacts", "Hello {name}", "{daysSilent} days, since {lastSync}.", id));
        assertThat(sent.getString("outcome")).isEqualTo("sent");
        MimeMessage message = POST.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Hello Änne").isEqualTo(preview.getString("subject"));
        assertThat(GreenMailUtil.getBody(message)).isEqualTo("11 days, since 21 May 2026, 05:00.");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getAllRecipients()[0]).hasToString("p" + id + "@example.org");
        assertThat(message.getFrom()[0]).hasToString("study@daystream.example");
        JsonObject logged = SERVER.ok("/participants/" + id + "/contacts")
                .getJsonArray("contacts")
                .getJsonObject(0);
        assertThat(logged.getString("outcome")).isEqualTo("sent");
        assertThat(logged.getString("text")).isEqualTo("11 days, since 21 May 2026, 05:00.");
        assertThat(logged.getString("at")).isEqualTo(ApiServer.NOW.toString());
    }

    @Test
    void nobodyIsWrittenToTwice() {
        long id = participant("Twice", "Europe/Berlin");
        assertThat(letter(post("/contacts", "A", "B", id)).getString("outcome")).isEqualTo("sent");
        JsonObject second = letter(post("/contacts", "A", "B", id));
        assertThat(second.getString("reason")).isEqualTo("contacted");
        assertThat(POST.getReceivedMessages()).hasSize(1);
    }

    @Test
    void everyRefusalIsToldAndTheOthersAreSent() {
        long good = participant("Good", "Europe/Berlin");
        long asleep = participant("Asleep", "Pacific/Auckland");
        long fresh = participant("Fresh", "Europe/Berlin");
        SEED.run("UPDATE delivery SET delivered_at = '2026-06-01T11:00:00Z' WHERE participant_id = ?", fresh);
        long ended = participant("Ended", "Europe/Berlin");
        SERVER.json(HttpMethod.PATCH, "/participants/" + ended, "{\"enrolment\":{\"until\":\"2026-05-31\"}}");
        long nowhere = SEED.participant("Nowhere", "Europe/Berlin");
        long nothing = SEED.participant("Nothing", "Europe/Berlin");
        patch(nothing, "n@example.org");
        Answered answered = post("/contacts", "A", "{lastDay}", good, asleep, fresh, ended, nowhere, nothing);
        assertThat(answered.json().getJsonArray("letters"))
                .extracting(letter -> String.valueOf(((JsonObject) letter).getString("reason")))
                .containsExactly("null", "quiet-hours", "fresh-data", "not-enrolled", "no-address", "no-figure");
        assertThat(POST.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aNameCannotAddAHeader() throws Exception {
        long id = participant("Eve\r\nBcc: all@example.org", "Europe/Berlin");
        assertThat(letter(post("/contacts", "For {name}", "B", id)).getString("outcome"))
                .isEqualTo("sent");
        MimeMessage message = POST.getReceivedMessages()[0];
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).isEqualTo("For Eve Bcc: all@example.org");
        assertThat(POST.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.org\r\nBcc: c@d.org",
                "a@b.org,c@d.org",
                "a b@c.org",
                "<a@b.org>",
                "a@",
                "@b.org",
                "a@b@c.org",
                "a@b..org",
                "a@b.org\u0000",
            })
    void whatIsNoAddressIsRefused(String address) {
        long id = SEED.participant("Wrong", "UTC");
        Answered answered = patch(id, address);
        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.json().getJsonArray("errors").getJsonObject(0).getString("parameter"))
                .isEqualTo("email");
    }

    @ParameterizedTest
    @CsvSource({
        "'A', 'Dear {nmae}', text",
        "'{x}', 'B', subject",
        "'   ', 'B', subject",
        "'A', '', text",
    })
    void aWrongTemplateIsRefusedAsAWhole(String subject, String text, String parameter) {
        long id = participant("Right", "Europe/Berlin");
        Answered answered = post("/contacts", subject, text, id);
        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.json().getJsonArray("errors").getJsonObject(0).getString("parameter"))
                .isEqualTo(parameter);
        assertThat(post("/contacts", "A\r\nBcc: x@y.org", "B", id).status()).isEqualTo(400);
        assertThat(POST.getReceivedMessages()).isEmpty();
    }

    @Test
    void theLimitsOfARequestAreKept() {
        long id = participant("Limits", "Europe/Berlin");
        assertThat(post("/contacts/preview", "s".repeat(200), "t".repeat(10_000), id)
                        .status())
                .isEqualTo(200);
        assertThat(post("/contacts/preview", "s".repeat(201), "t", id).status()).isEqualTo(400);
        assertThat(post("/contacts/preview", "s", "t".repeat(10_001), id).status())
                .isEqualTo(400);
        assertThat(post("/contacts/preview", "s", "t", id, id).status()).isEqualTo(400);
        Object[] many = LongStream.rangeClosed(1, 201).boxed().toArray();
        Answered tooMany = post("/contacts/preview", "s", "t", many);
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.json().getJsonArray("errors").getJsonObject(0).getString("parameter"))
                .isEqualTo("participants");
    }

    @Test
    void aLetterThatTheServerDoesNotTakeIsLoggedAndMayBeSentAgain() {
        long id = participant("Unlucky", "Europe/Berlin");
        SEED.run("UPDATE participant_email SET address = 'nobody@' WHERE participant_id = ?", id);
        JsonObject failed = letter(post("/contacts", "A", "B", id));
        assertThat(failed.getString("outcome")).isEqualTo("failed");
        assertThat(failed.getString("detail")).isNotBlank();
        JsonObject log = SERVER.ok("/participants/" + id + "/contacts");
        assertThat(log.getBoolean("hasEmail")).isTrue();
        assertThat(log.getJsonArray("contacts").getJsonObject(0).getString("outcome"))
                .isEqualTo("failed");
        patch(id, "p" + id + "@example.org");
        assertThat(letter(post("/contacts", "A", "B", id)).getString("outcome")).isEqualTo("sent");
    }

    @Test
    void whoIsNotThereIsNotWrittenTo() {
        assertThat(post("/contacts", "A", "B", 9_999).status()).isEqualTo(404);
        assertThat(SERVER.get("/participants/9999/contacts").status()).isEqualTo(404);
        assertThat(post("/contacts", "A", "B").status()).isEqualTo(400);
    }

    @Test
    void anAddressIsForgotten() {
        long id = participant("Shy", "Europe/Berlin");
        SERVER.json(HttpMethod.PATCH, "/participants/" + id, "{\"email\":null}");
        assertThat(letter(post("/contacts/preview", "A", "B", id)).getString("reason"))
                .isEqualTo("no-address");
    }
}
