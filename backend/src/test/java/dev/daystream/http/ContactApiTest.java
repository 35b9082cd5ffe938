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
import java.time.LocalDate;
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

    /** A participant with an address who was last measured on 20 May; at the server's time it is 14:00 on 1 June in Berlin. */
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
        JsonObject preview = letter(
                post("/contacts/preview", "Hello {name}", "{daysSinceMeasured} days, since {lastMeasured}.", id));
        assertThat(preview.getString("outcome")).isEqualTo("ready");
        assertThat(POST.getReceivedMessages()).isEmpty();
        JsonObject sent =
                letter(post("/contacts", "Hello {name}", "{daysSinceMeasured} days, since {lastMeasured}.", id));
        assertThat(sent.getString("outcome")).isEqualTo("sent");
        MimeMessage message = POST.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Hello Änne").isEqualTo(preview.getString("subject"));
        assertThat(GreenMailUtil.getBody(message)).isEqualTo("11 days, since 20 May 2026, 23:59.");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getAllRecipients()[0]).hasToString("p" + id + "@example.org");
        assertThat(message.getFrom()[0]).hasToString("study@daystream.example");
        JsonObject logged = SERVER.ok("/participants/" + id + "/contacts")
                .getJsonArray("contacts")
                .getJsonObject(0);
        assertThat(logged.getString("outcome")).isEqualTo("sent");
        assertThat(logged.getString("text")).isEqualTo("11 days, since 20 May 2026, 23:59.");
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
        fetched(fresh);
        long imported = participant("Imported", "Europe/Berlin");
        SEED.run("UPDATE delivery SET delivered_at = '2026-06-01T11:00:00Z' WHERE participant_id = ?", imported);
        long ended = participant("Ended", "Europe/Berlin");
        SERVER.json(HttpMethod.PATCH, "/participants/" + ended, "{\"enrolment\":{\"until\":\"2026-05-31\"}}");
        long nowhere = participant("Nowhere", "Europe/Berlin");
        SEED.run("DELETE FROM participant_email WHERE participant_id = ?", nowhere);
        long nothing = SEED.participant("Nothing", "Europe/Berlin");
        patch(nothing, "n@example.org");
        Answered answered =
                post("/contacts", "A", "{lastMeasuredDay}", good, asleep, fresh, imported, ended, nowhere, nothing);
        assertThat(answered.json().getJsonArray("letters"))
                .extracting(letter -> String.valueOf(((JsonObject) letter).getString("reason")))
                .containsExactly(
                        "null", "quiet-hours", "fresh-data", "null", "not-enrolled", "no-address", "no-figure");
        assertThat(POST.getReceivedMessages()).hasSize(2);
    }

    private static void fetched(long id) {
        SEED.run(
                "INSERT INTO ingest_position VALUES (?, (SELECT id FROM source WHERE key = 'fitbit'), '2026-06-01', now())",
                id);
    }

    /** A week up to a date, worn half of the time, with a sleep on every day but the first. */
    private static long worn(String name, String last) {
        long id = SEED.participant(name, "UTC");
        String first = LocalDate.parse(last).minusDays(6).toString();
        SEED.deliveries(id, "heart_rate", first, last);
        SEED.deliveries(id, "sleep", first, last);
        SEED.run("UPDATE delivery SET delivered_at = '2026-06-01T02:00:00Z' WHERE participant_id = ?", id);
        int series = SEED.series(id, "heart_rate", "fitbit", 60);
        LocalDate.parse(first)
                .datesUntil(LocalDate.parse(last).plusDays(1))
                .forEach(date -> SEED.samples(series, date + "T06:00:00Z", date + "T18:00:00Z", 60, "60"));
        SEED.run("""
                INSERT INTO sleep_session (delivery_id, participant_id, source_id, local_date, external_id, start_at, end_at, main, classic,
                                           minutes_asleep, minutes_awake, minutes_in_bed)
                SELECT id, participant_id, source_id, local_date, id::text, local_date, local_date + interval '6 h', true, false, 340, 20, 360
                  FROM delivery WHERE participant_id = ? AND data_type = 'sleep' AND local_date > ?::date
                """, id, first);
        patch(id, "p" + id + "@example.org");
        awaitWear();
        return id;
    }

    /** Messages wait for nobody's wear. */
    private static void awaitWear() {
        while (SERVER.ok("/study?limit=1000")
                .getJsonObject("wear")
                .getString("state")
                .equals("making")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void figuresOfDaysComeWithTheirPeriod() {
        long id = worn("Fresh", "2026-05-31");
        String text = "{period}: worn {wear7}, {nights} of {nightsOf} nights; {period30}: {wear30}";
        assertThat(letter(post("/contacts/preview", "A", text, id)).getString("text"))
                .isEqualTo("25 to 31 May 2026: worn 50 %, 6 of 7 nights; 25 to 31 May 2026: 50 %");
        long earlier = worn("Earlier", "2026-05-27");
        assertThat(letter(post("/contacts/preview", "A", text, earlier)).getString("text"))
                .startsWith("21 to 27 May 2026: worn 50 %");
    }

    /** "Over the last week" is true only of days that end now; a named period is true within the flag's window; older days are never told. */
    @ParameterizedTest
    @CsvSource({
        "2026-05-31, you wore the watch {wear7} over the last week, ready",
        "2026-05-30, you wore the watch {wear7} over the last week, outdated-figures",
        "2026-05-30, '{wear7} over the last month, {wear30} ({period})', outdated-figures",
        "2026-05-30, '{wear7} ({period}), {wear30} ({period30})', ready",
        "2026-05-25, '{nights} of {nightsOf} nights ({period})', ready",
        "2026-05-24, '{nights} of {nightsOf} nights ({period})', outdated-figures",
        "2026-05-24, last measured {lastMeasured}, ready",
        "2016-05-12, '{wear7} ({period})', outdated-figures",
        "2016-05-12, {wear30}, outdated-figures",
        "2016-05-12, {period}, outdated-figures",
    })
    void figuresOfDaysThatAreOverAreNotSent(String last, String text, String expected) {
        long id = worn("Over", last);
        for (String path : List.of("/contacts/preview", "/contacts")) {
            JsonObject letter = letter(post(path, "A", text, id));
            assertThat(letter.getString("outcome")).isEqualTo(expected(path, expected));
            assertThat(letter.getString("reason")).isEqualTo(expected.equals("ready") ? null : expected);
        }
    }

    private static String expected(String path, String expected) {
        return !expected.equals("ready") ? "refused" : path.equals("/contacts") ? "sent" : "ready";
    }

    @Test
    void aRefusalNamesThePeriod() {
        assertThat(letter(post("/contacts/preview", "A", "{nights} ({period})", worn("Old", "2016-05-12")))
                        .getString("detail"))
                .isEqualTo("{nights} is about 6 to 12 May 2016, which is more than 7 days ago.");
        assertThat(letter(post("/contacts/preview", "A", "{wear7}", worn("Late", "2026-05-29")))
                        .getString("detail"))
                .isEqualTo(
                        "{wear7} is about 23 to 29 May 2026, not about the days up to now. Add {period} to the message.");
    }

    @Test
    void figuresThatNoSourceBringsAreNotSent() {
        long id = SEED.participant("Steps", "Europe/Berlin");
        SEED.deliveries(id, "steps", "2026-05-28", "2026-05-31");
        for (String placeholder : List.of("{nights}", "{nightsOf}", "{wear7}", "{wear30}")) {
            JsonObject letter = letter(post("/contacts/preview", "A", placeholder + " {period} {period30}", id));
            assertThat(letter.getString("reason")).isEqualTo("no-figure");
            assertThat(letter.getString("detail")).isEqualTo("There is no value for " + placeholder + ".");
        }
    }

    /** Days without heart rate are no days without the watch, so they are told apart. */
    @Test
    void wearThatIsKnownInPartSaysSo() {
        long id = worn("Partly", "2026-05-31");
        SEED.run(
                "DELETE FROM delivery WHERE participant_id = ? AND data_type = 'heart_rate' AND local_date < '2026-05-28'",
                id);
        SEED.run(
                "DELETE FROM sample WHERE ts < '2026-05-28' AND series_id = (SELECT id FROM series WHERE participant_id = ?)",
                id);
        SEED.rollUp((int) SEED.number("SELECT id FROM series WHERE participant_id = ?", id));
        awaitWear();
        assertThat(letter(post("/contacts/preview", "A", "{wear7} ({period})", id))
                        .getString("text"))
                .isEqualTo("50 % (known of 4 of 7 days) (25 to 31 May 2026)");
    }

    @ParameterizedTest
    @CsvSource({"1503960366, ", "42 / 7, ", "P1, P1"})
    void anIdIsNoSalutation(String name, String externalId) {
        long id = SEED.participant(name, "Europe/Berlin");
        SEED.run("UPDATE participant SET external_id = ? WHERE id = ?", externalId, id);
        patch(id, "p" + id + "@example.org");
        JsonObject named = letter(post("/contacts", "A", "Dear {name},", id));
        assertThat(named.getString("reason")).isEqualTo("no-name");
        assertThat(named.getString("detail"))
                .isEqualTo("“" + name
                        + "” is not a name. Give one (participants rename), or use {greeting} instead of {name}.");
        assertThat(letter(post("/contacts", "A", "{greeting}, how are you?", id))
                        .getString("text"))
                .isEqualTo("Hello, how are you?");
        long renamed = participant("Zoë 7", "Europe/Berlin");
        assertThat(letter(post("/contacts", "A", "{greeting}!", renamed)).getString("text"))
                .isEqualTo("Hello Zoë 7!");
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
