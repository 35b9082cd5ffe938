package dev.daystream.http;

import dev.daystream.model.StudySettings;
import dev.daystream.query.ContactQuery;
import dev.daystream.query.Queries;
import io.vertx.core.Future;
import java.util.Map;
import java.util.function.Function;

/** Answers what the study desk asks: who needs attention, and letters to participants. */
final class StudyHandlers {
    private final Queries queries;

    StudyHandlers(Queries queries) {
        this.queries = queries;
    }

    Map<String, Function<Parameters, Future<Answer>>> byOperation() {
        return Map.of(
                "getStudy",
                parameters -> queries.study()
                        .page(parameters.requiredInt("limit"), parameters.text("cursor"))
                        .map(ApiHandlers::json),
                "getStudySettings",
                parameters -> queries.study().settings().map(ApiHandlers::json),
                "setStudySettings",
                parameters -> queries.study()
                        .set(parameters.body(StudySettings.class))
                        .map(ApiHandlers::json),
                "previewContacts",
                parameters -> queries.contacts()
                        .preview(parameters.body(ContactQuery.Request.class))
                        .map(ApiHandlers::json),
                "sendContacts",
                parameters -> queries.contacts()
                        .send(parameters.body(ContactQuery.Request.class))
                        .map(ApiHandlers::json),
                "listContacts",
                parameters -> queries.contacts()
                        .log(parameters.required("id"), parameters.requiredInt("limit"))
                        .map(ApiHandlers::json));
    }
}
