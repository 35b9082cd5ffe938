package dev.daystream.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.Enrolment;
import dev.daystream.query.ParticipantChanges;
import dev.daystream.query.Queries;
import dev.daystream.query.ZoneEntries;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers the operations that change participants. */
final class ParticipantHandlers {
    private final Queries queries;

    private record Zones(List<ZoneEntries.Entry> zones) {}

    ParticipantHandlers(Queries queries) {
        this.queries = queries;
    }

    Future<Answer> zones(Parameters parameters) {
        return queries.changes().zones(parameters.required("id")).map(ApiHandlers::json);
    }

    Future<Answer> setZones(Parameters parameters) {
        var history = ZoneEntries.history("zones", parameters.body(Zones.class).zones());
        return queries.changes().setZones(parameters.required("id"), history).map(ApiHandlers::json);
    }

    Future<Answer> change(Parameters parameters) {
        long id = parameters.required("id");
        JsonNode body = parameters.body(JsonNode.class);
        String name = body.has("name")
                ? ParticipantChanges.checkedName(body.get("name").asText())
                : null;
        JsonNode email = body.get("email");
        String address = email == null || email.isNull() ? null : ParticipantChanges.checkedEmail(email.asText());
        return enrol(id, body.get("enrolment"))
                .compose(done -> email == null
                        ? Future.succeededFuture()
                        : queries.changes().setEmail(id, address))
                .compose(done -> name == null
                        ? Future.succeededFuture()
                        : queries.changes().rename(id, name))
                .compose(done -> queries.participants().detail(id))
                .map(ApiHandlers::json);
    }

    private Future<?> enrol(long id, @Nullable JsonNode enrolment) {
        return enrolment == null
                ? Future.succeededFuture()
                : queries.changes()
                        .changeEnrolment(
                                id,
                                before -> new Enrolment(
                                        date(enrolment.get("from"), before.from()),
                                        date(enrolment.get("until"), before.until())));
    }

    /** Returns the day that is told; what is there already where nothing is. */
    private static @Nullable LocalDate date(@Nullable JsonNode told, @Nullable LocalDate before) {
        return told == null ? before : told.isNull() ? null : LocalDate.parse(told.asText());
    }
}
