package dev.daystream.baddays;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of the Fitbit Web API's dialect whose participants have known bad days; tests/fixtures/bad-days.json has the right answers.
 *
 * <p>Needs nothing but the JDK, so that the end-to-end tests start it as {@code java BadDaysServer.java PORT}. {@code POST /late} lets
 * the late delivery and the correction arrive.
 */
public final class BadDaysServer implements AutoCloseable {
    /** Participant with heart rate and every bad day. */
    public static final int BAD_DAYS = 1;
    /** Participant with ordinary days, also in March, when clocks go forward. */
    public static final int ORDINARY = 2;
    /** Participant whose device has no heart rate and no sleep. */
    public static final int STEPS_ALONE = 3;

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime SEVEN = LocalTime.of(7, 0);
    private static final Pattern PATH =
            Pattern.compile("/1(?:\\.2)?/user/-/(.+)/date/([0-9-]{10})((?:/[a-z0-9]+)*)\\.json");
    private static final List<String> NAMES = List.of("Bad days", "Ordinary days", "Steps alone");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private volatile boolean late;

    /** Starts on a port of the loopback; 0 takes a free one. */
    public BadDaysServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public static void main(String[] arguments) throws IOException {
        @SuppressWarnings("resource") // runs until the process ends
        BadDaysServer started = new BadDaysServer(Integer.parseInt(arguments[0]));
        System.out.println("bad days at " + started.address());
    }

    /** Returns where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Lets the late delivery and the correction arrive. */
    public void arriveLate() {
        late = true;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/oauth2/authorize")) {
            String query = exchange.getRequestURI().getQuery();
            String code = "?code=" + field(query, "person") + "&state=" + field(query, "state");
            exchange.getResponseHeaders().set("Location", field(query, "redirect_uri") + code);
            send(exchange, 302, "");
        } else if (path.equals("/oauth2/token")) {
            send(exchange, 200, tokens(field(body + "&code=" + field(body, "refresh_token"), "code")));
        } else if (path.equals("/late")) {
            arriveLate();
            send(exchange, 200, "{}");
        } else {
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            int person = Integer.parseInt(String.valueOf(token).replaceAll("\\D", ""));
            String found = path.endsWith("/profile.json") ? profile(person) : payload(person, path);
            send(exchange, found.isEmpty() ? 404 : 200, found.isEmpty() ? "{\"success\":false}" : found);
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Returns the first field of a form or query; empty if it is missing. */
    private static String field(String form, String name) {
        Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]+)").matcher(form);
        return found.find() ? found.group(1) : "";
    }

    private static String tokens(String person) {
        return json("{'access_token':'%s','refresh_token':'%s','expires_in':28800,'user_id':'BAD%s','scope':'activity'}")
                .formatted(person, person, person);
    }

    private static String profile(int person) {
        return json("{'user':{'encodedId':'BAD%d','displayName':'%s','timezone':'Europe/Berlin','dateOfBirth':'1986-01-01'}}")
                .formatted(person, NAMES.get(person - 1));
    }

    /** Returns a payload; empty where nothing has arrived yet. */
    private String payload(int person, String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return "";
        }
        Day day = new Day(person, LocalDate.parse(parts.group(2)), late);
        if (!late && person == BAD_DAYS && day.date.equals(LocalDate.of(2026, 10, 23))) {
            return "";
        }
        boolean all = parts.group(3).equals("/all");
        return switch (parts.group(1)) {
            case "activities/heart" -> day.heart();
            case "activities/active-zone-minutes" -> day.zoneMinutes();
            case "activities/steps" -> day.amount("steps", day.stepsAMinute(), day.stepsAMinute() * day.walked() + "");
            case "activities/distance" ->
                day.amount("distance", 0.07, day.walked() == 0 ? "0" : day.walked() * 7 / 100.0 + "");
            case "activities/floors" -> day.amount("floors", 0, "0");
            case "activities/elevation" -> day.amount("elevation", 0, "0");
            case "activities/calories" -> day.calories();
            case "spo2" ->
                all ? day.oxygen() : day.ofNight("{}", "{'dateTime':'@','value':{'avg':96,'min':94,'max':98}}");
            case "hrv" ->
                all
                        ? day.variability()
                        : day.ofNight(
                                "{'hrv':[]}", "{'hrv':[{'dateTime':'@','value':{'dailyRmssd':40,'deepRmssd':45}}]}");
            case "br" ->
                day.ofNight("{'br':[]}", "{'br':[{'dateTime':'@','value':{'fullSleepSummary':{'breathingRate':15}}}]}");
            case "sleep" -> day.sleep();
            case "activities" -> day.summary();
            default -> "";
        };
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    /** One participant's local day as the vendor tells it. */
    private record Day(int person, LocalDate date, boolean late) {
        boolean isBad(int dayOfOctober) {
            return person != ORDINARY && date.equals(LocalDate.of(2026, 10, dayOfOctober));
        }

        /** The corrected day, before the correction: known until 18:00, and half the steps. */
        boolean isFirstDelivery() {
            return isBad(22) && !late;
        }

        boolean isWorn(LocalTime wall) {
            boolean hole = isBad(21) && wall.getHour() >= 12 && wall.getHour() < 15;
            boolean morning = isBad(17) && wall.getHour() < 9;
            return !isBad(27) && !hole && !morning;
        }

        /** Whether the vendor has added up the day; else its sums are zeros beside the minutes. */
        boolean isSummed() {
            return person != STEPS_ALONE || !isBad(29);
        }

        boolean isKnown(LocalTime wall) {
            return !isFirstDelivery() || wall.getHour() < 18;
        }

        boolean isWalk(LocalTime wall) {
            return wall.getHour() == 10 && isWorn(wall);
        }

        int walked() {
            return isBad(27) ? 0 : 60;
        }

        int stepsAMinute() {
            return isFirstDelivery() ? 50 : 100;
        }

        long minutes() {
            return isFirstDelivery()
                    ? 18 * 60
                    : java.time.Duration.between(start(), end()).toMinutes();
        }

        Instant start() {
            return date.atStartOfDay(BERLIN).toInstant();
        }

        Instant end() {
            return date.plusDays(1).atStartOfDay(BERLIN).toInstant();
        }

        /** Start of the main sleep; null-free: see {@link #hasNight}. */
        LocalDateTime bedtime() {
            return isBad(28) ? date.atStartOfDay() : date.minusDays(1).atTime(23, 0);
        }

        boolean hasNight() {
            return person != STEPS_ALONE && !isBad(17) && !isBad(19) && !isBad(27) && !isBad(30);
        }

        long minutesInBed() {
            return java.time.Duration.between(
                            bedtime().atZone(BERLIN), date.atTime(SEVEN).atZone(BERLIN))
                    .toMinutes();
        }

        /** Lists records from one instant to another, in order. */
        private static String records(
                Instant from, Instant to, int seconds, BiFunction<LocalDateTime, Instant, String> record) {
            StringBuilder list = new StringBuilder();
            for (Instant at = from; at.isBefore(to); at = at.plusSeconds(seconds)) {
                String one = record.apply(LocalDateTime.ofInstant(at, BERLIN), at);
                list.append(list.isEmpty() || one.isEmpty() ? "" : ",").append(one);
            }
            return "[" + list + "]";
        }

        String heart() {
            String records = person == STEPS_ALONE
                    ? "[]"
                    : records(start(), end(), 5, (wall, at) -> {
                        LocalTime time = wall.toLocalTime();
                        int rate = time.getHour() == 10 ? 120 : time.isBefore(SEVEN) || time.getHour() == 23 ? 60 : 75;
                        return isWorn(time) && isKnown(time)
                                ? "{'time':'" + clock(time) + "','value':" + rate + "}"
                                : "";
                    });
            String resting = person == STEPS_ALONE ? "" : ",'restingHeartRate':55";
            return json("{'activities-heart':[{'dateTime':'" + date
                    + "','value':{'customHeartRateZones':[],'heartRateZones':[]"
                    + resting + "}}],'activities-heart-intraday':{'dataset':" + records
                    + ",'datasetInterval':1,'datasetType':'second'}}");
        }

        String amount(String name, double walking, String total) {
            return minutes(name, isSummed() ? total : "0", time -> "'value':" + (isWalk(time) ? number(walking) : "0"));
        }

        String calories() {
            return minutes(
                    "calories",
                    isSummed() ? minutes() + 4L * walked() + "" : "0",
                    time -> isWalk(time) ? "'level':2,'mets':40,'value':5" : "'level':0,'mets':10,'value':1");
        }

        private String minutes(String name, String total, java.util.function.Function<LocalTime, String> value) {
            String records = records(
                    start(),
                    end(),
                    60,
                    (wall, at) -> isKnown(wall.toLocalTime())
                            ? "{'time':'" + clock(wall.toLocalTime()) + "'," + value.apply(wall.toLocalTime()) + "}"
                            : "");
            return json("{'activities-" + name + "':[{'dateTime':'" + date + "','value':'" + total + "'}],'activities-"
                    + name + "-intraday':{'dataset':" + records + ",'datasetInterval':1,'datasetType':'minute'}}");
        }

        String zoneMinutes() {
            String records = records(
                    start(),
                    end(),
                    60,
                    (wall, at) -> person != STEPS_ALONE && isWalk(wall.toLocalTime())
                            ? "{'minute':'" + clock(wall.toLocalTime())
                                    + "','value':{'activeZoneMinutes':1,'fatBurnActiveZoneMinutes':1}}"
                            : "");
            return json(
                    records.equals("[]")
                            ? "{'activities-active-zone-minutes-intraday':[]}"
                            : "{'activities-active-zone-minutes':[{'dateTime':'" + date
                                    + "','value':{'activeZoneMinutes':60}}],"
                                    + "'activities-active-zone-minutes-intraday':[{'dateTime':'" + date + "','minutes':"
                                    + records + "}]}");
        }

        String ofNight(String without, String with) {
            return json(hasNight() ? with.replace("@", date.toString()) : without);
        }

        private String night(int seconds, String value) {
            return records(
                    bedtime().atZone(BERLIN).toInstant(),
                    date.atTime(SEVEN).atZone(BERLIN).toInstant(),
                    seconds,
                    (wall, at) -> "{'minute':'" + wall.toLocalDate() + "T" + clock(wall.toLocalTime()) + "','value':"
                            + value + "}");
        }

        String oxygen() {
            return ofNight("[]", "[{'dateTime':'@','minutes':" + night(60, "96") + "}]");
        }

        String variability() {
            return ofNight(
                    "{'hrv':[]}",
                    "{'hrv':[{'dateTime':'@','minutes':" + night(300, "{'rmssd':40,'coverage':0.95,'hf':300,'lf':500}")
                            + "}]}");
        }

        /** Awake for the first 10 minutes, and from 03:30 to 03:50; no stage begins in an hour that clocks repeat or skip. */
        private String mainSleep() {
            LocalDate before = bedtime().toLocalDate();
            String stages = stage(bedtime(), bedtime().plusMinutes(10), "wake")
                    + "," + stage(before.atTime(bedtime().toLocalTime()).plusMinutes(10), date.atTime(1, 30), "light")
                    + "," + stage(date.atTime(1, 30), date.atTime(3, 30), "deep")
                    + "," + stage(date.atTime(3, 30), date.atTime(3, 50), "wake")
                    + "," + stage(date.atTime(3, 50), date.atTime(5, 0), "rem")
                    + "," + stage(date.atTime(5, 0), date.atTime(SEVEN), "light");
            return record(bedtime(), date.atTime(SEVEN), minutesInBed(), 30, "stages", stages);
        }

        private String nap() {
            String stages = stage(date.atTime(14, 0), date.atTime(14, 57), "asleep") + ","
                    + stage(date.atTime(14, 57), date.atTime(15, 0), "awake");
            return record(date.atTime(14, 0), date.atTime(15, 0), 60, 3, "classic", stages);
        }

        private String record(LocalDateTime from, LocalDateTime to, long inBed, int awake, String type, String stages) {
            return "{'logId':" + date.toEpochDay() + person + ",'dateOfSleep':'" + date + "','startTime':'"
                    + stamp(from)
                    + "','endTime':'" + stamp(to) + "','duration':" + inBed * 60_000 + ",'timeInBed':" + inBed
                    + ",'minutesAsleep':"
                    + (inBed - awake) + ",'minutesAwake':" + awake + ",'efficiency':"
                    + Math.round(100.0 * (inBed - awake) / inBed)
                    + ",'type':'" + type + "','infoCode':0,'isMainSleep':" + type.equals("stages")
                    + ",'levels':{'data':[" + stages
                    + "],'shortData':[]}}";
        }

        private static String stage(LocalDateTime from, LocalDateTime to, String level) {
            long seconds = java.time.Duration.between(from.atZone(BERLIN), to.atZone(BERLIN))
                    .toSeconds();
            return "{'dateTime':'" + stamp(from) + "','level':'" + level + "','seconds':" + seconds + "}";
        }

        String sleep() {
            boolean nap = isBad(19) && person == BAD_DAYS;
            long inBed = hasNight() ? minutesInBed() : nap ? 60 : 0;
            long asleep = hasNight() ? inBed - 30 : nap ? 57 : 0;
            return json("{'sleep':[" + (hasNight() ? mainSleep() : nap ? nap() : "")
                    + "],'summary':{'totalMinutesAsleep':" + asleep + ",'totalSleepRecords':" + (asleep > 0 ? 1 : 0)
                    + ",'totalTimeInBed':" + inBed + "}}");
        }

        String summary() {
            long sedentary = minutes() - walked() - (hasNight() ? minutesInBed() : 0);
            return json("{'activities':[],'goals':{},'summary':{'caloriesBMR':" + minutes() + ",'activityCalories':"
                    + 5L * walked()
                    + ",'sedentaryMinutes':" + sedentary + ",'lightlyActiveMinutes':0,'fairlyActiveMinutes':" + walked()
                    + ",'veryActiveMinutes':0}}");
        }

        private static String clock(LocalTime time) {
            return String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
        }

        private static String stamp(LocalDateTime time) {
            return time.toLocalDate() + "T" + clock(time.toLocalTime()) + ".000";
        }

        private static String number(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }
    }
}
