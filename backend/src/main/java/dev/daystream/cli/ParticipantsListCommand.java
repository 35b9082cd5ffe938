package dev.daystream.cli;

import dev.daystream.model.Enrolment;
import dev.daystream.query.ParticipantQuery;
import dev.daystream.query.ParticipantQuery.Person;
import dev.daystream.query.WearSummary;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists participants. */
@Command(name = "list", description = "List all participants, by id.", mixinStandardHelpOptions = true)
final class ParticipantsListCommand implements Callable<Integer> {
    private static final int PAGE = 500;
    private static final String LINE = "%5s  %-16s  %-16s  %-20s  %-26s  %-26s  %s%n";

    @Option(names = "--json", description = "As JSON, with the names of the API.")
    boolean json;

    @Override
    public Integer call() {
        try (Session session = Session.open()) {
            List<Person> people = people(session.wiring().participantQuery());
            if (json) {
                JsonArray list = new JsonArray();
                people.forEach(person -> list.add(json(person)));
                System.out.println(new JsonObject().put("participants", list).encodePrettily());
            } else if (people.isEmpty()) {
                System.out.println("There is nobody yet. Start with: ./daystream up");
            } else {
                print(people);
            }
            return ExitCode.DONE;
        }
    }

    private static List<Person> people(ParticipantQuery query) {
        List<Person> people = new ArrayList<>();
        String cursor = null;
        do {
            ParticipantQuery.Page page = Session.await(query.list(PAGE, cursor));
            people.addAll(page.participants());
            cursor = page.next();
        } while (cursor != null);
        return people;
    }

    private static void print(List<Person> people) {
        System.out.printf(LINE, "id", "name", "external id", "zone now", "takes part", "days", "worn, of 30 days");
        for (Person person : people) {
            Enrolment enrolment = person.enrolment();
            System.out.printf(
                    LINE,
                    person.id(),
                    person.name(),
                    text(person.externalId(), "-"),
                    person.zone(),
                    text(enrolment.from(), "...") + " to " + text(enrolment.until(), "..."),
                    person.firstDay() == null ? "none yet" : person.firstDay() + " to " + person.lastDay(),
                    share(person.wear30()));
        }
    }

    private static String share(WearSummary wear) {
        Double share = wear.share();
        return share == null ? "-" : "%.0f %%".formatted(100 * share);
    }

    private static String text(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }

    private static JsonObject json(Person person) {
        return new JsonObject()
                .put("id", person.id())
                .put("name", person.name())
                .put("externalId", person.externalId())
                .put("zone", person.zone().getId())
                .put("sources", new JsonArray(person.sources()))
                .put("firstDay", date(person.firstDay()))
                .put("lastDay", date(person.lastDay()))
                .put(
                        "enrolment",
                        new JsonObject()
                                .put("from", date(person.enrolment().from()))
                                .put("until", date(person.enrolment().until())))
                .put("wear7", wear(person.wear7()))
                .put("wear30", wear(person.wear30()));
    }

    private static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static JsonObject wear(WearSummary wear) {
        return new JsonObject()
                .put("days", wear.days())
                .put("of", wear.of())
                .put("minutes", wear.minutes())
                .put("share", wear.share());
    }
}
