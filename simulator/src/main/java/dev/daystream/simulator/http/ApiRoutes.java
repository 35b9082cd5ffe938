package dev.daystream.simulator.http;

import dev.daystream.metrics.Catalog;
import dev.daystream.simulator.fitbit.ActivityDocument;
import dev.daystream.simulator.fitbit.Detail;
import dev.daystream.simulator.fitbit.HeartDocument;
import dev.daystream.simulator.fitbit.NightDocument;
import dev.daystream.simulator.fitbit.OxygenDocument;
import dev.daystream.simulator.fitbit.ProfileDocument;
import dev.daystream.simulator.fitbit.Resource;
import dev.daystream.simulator.fitbit.SleepDocument;
import dev.daystream.simulator.fitbit.SummaryDocument;
import dev.daystream.simulator.fitbit.ZoneMinutesDocument;
import dev.daystream.simulator.world.DayModel;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which path of the API gives which document. */
final class ApiRoutes {
    private static final int LONGEST_NIGHTS = 30;
    private static final int LONGEST_SLEEP = 100;
    private static final String ACTIVITIES = "/1/user/:user/activities/";
    private static final String WINDOW = "/time/:start/:end.json";

    private final Router router;
    private final ApiGate gate;

    ApiRoutes(Router router, ApiGate gate) {
        this.router = router;
        this.gate = gate;
    }

    void mount() {
        ApiGate.Endpoint profile = r ->
                ProfileDocument.write(r.person(), r.zone(), r.world().clock().instant());
        router.get("/1/user/:user/profile.json").handler(context -> gate.pass(context, "profile", profile));
        intraday("heart", "heart_rate", r -> HeartDocument.write(r.view("heart_rate"), r.detail()));
        intraday(
                "active-zone-minutes",
                "active_zone_minutes",
                r -> ZoneMinutesDocument.write(r.view("active_zone_minutes"), minutes(r), r.variants()));
        for (String word : List.of("steps", "calories", "distance", "floors", "elevation")) {
            intraday(word, word, r -> activity(r, word));
        }
        payload(
                ACTIVITIES + "date/:date.json",
                "daily_summary",
                r -> SummaryDocument.write(r.day("daily_summary"), r.american()));
        oxygen();
        nights("hrv", "all.json", "hrv", NightDocument::variability);
        nights("hrv", "", "hrv_daily", NightDocument::dailyVariability);
        nights("br", "all.json", "breathing_rate", NightDocument::breathing);
        nights("br", "", "breathing_rate", NightDocument::dailyBreathing);
        sleep();
    }

    private void oxygen() {
        payload(
                "/1/user/:user/spo2/date/:date/all.json",
                "spo2",
                r -> OxygenDocument.ofDay(r.day("spo2"), true, r.variants()));
        payload(
                "/1/user/:user/spo2/date/:date/:to/all.json",
                "spo2",
                r -> OxygenDocument.ofDays(r.days("spo2", LONGEST_NIGHTS), true));
        payload(
                "/1/user/:user/spo2/date/:date.json",
                "spo2_daily",
                r -> OxygenDocument.ofDay(r.day("spo2_daily"), false, r.variants()));
        payload(
                "/1/user/:user/spo2/date/:date/:to.json",
                "spo2_daily",
                r -> OxygenDocument.ofDays(r.days("spo2_daily", LONGEST_NIGHTS), false));
    }

    private void sleep() {
        payload("/1.2/user/:user/sleep/date/:date.json", "sleep", r -> SleepDocument.ofDay(r.day("sleep")));
        payload("/1.2/user/:user/sleep/date/:date/:to.json", "sleep", r -> {
            List<DayModel> newestFirst = new ArrayList<>(r.days("sleep", LONGEST_SLEEP));
            Collections.reverse(newestFirst);
            return SleepDocument.ofDays(newestFirst);
        });
    }

    /** What becomes of the days of an interval. */
    private interface NightsWriter {
        byte[] write(List<DayModel> models);
    }

    private void nights(String name, String all, String payload, NightsWriter writer) {
        String path = "/1/user/:user/" + name + "/date/:date";
        String end = all.isEmpty() ? ".json" : "/" + all;
        payload(path + end, payload, r -> writer.write(List.of(r.day(payload))));
        payload(path + "/:to" + end, payload, r -> writer.write(r.days(payload, LONGEST_NIGHTS)));
    }

    private void intraday(String word, String payload, ApiGate.Endpoint endpoint) {
        String path = ACTIVITIES + word + "/date/:date/1d/:detail";
        payload(path + WINDOW, payload, endpoint);
        payload(path + ".json", payload, endpoint);
    }

    private static byte[] activity(ApiRequest request, String word) {
        Resource resource = Resource.of(word);
        if (resource == null) {
            throw new IllegalStateException("There is no series of " + word);
        }
        return ActivityDocument.write(request.view(word), resource, minutes(request), request.american());
    }

    private static Detail minutes(ApiRequest request) {
        Detail detail = request.detail();
        if (detail == Detail.SECOND) {
            throw ApiException.validation("Invalid detail level: " + request.text("detail"));
        }
        return detail;
    }

    private void payload(String path, String payload, ApiGate.Endpoint endpoint) {
        String scope = Catalog.bundled().payload("fitbit", payload).oauth();
        if (scope == null) {
            throw new IllegalStateException("The catalogue names no scope for " + payload);
        }
        router.get(path).handler(context -> gate.pass(context, scope, payload, endpoint));
    }
}
