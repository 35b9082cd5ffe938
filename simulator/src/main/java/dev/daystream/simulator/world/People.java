package dev.daystream.simulator.world;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Who takes part: three known people, then as many others as wanted. */
final class People {
    private static final LocalDate FIRST_WATCHES = LocalDate.of(2015, 1, 1);

    private static final List<String> WOMEN = List.of(
            "Dora", "Farah", "Helena", "Jasmin", "Lea", "Nadia", "Priya", "Rosa", "Thandi", "Wanda", "Yuki", "Zoe");
    private static final List<String> MEN = List.of(
            "Emil", "George", "Ivan", "Kofi", "Mateo", "Oskar", "Quentin", "Samuel", "Umar", "Viktor", "Xavier",
            "Zeno");
    private static final List<String> FAMILIES = List.of(
            "Abara",
            "Bianchi",
            "Costa",
            "Dahl",
            "Eriksen",
            "Fischer",
            "Gurung",
            "Haddad",
            "Ito",
            "Jansen",
            "Kaur",
            "Lindqvist",
            "Moreau",
            "Novak",
            "Okafor",
            "Pereira",
            "Rossi",
            "Sato",
            "Tanaka",
            "Vargas");
    private static final List<String> ZONES = List.of(
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "America/Sao_Paulo",
            "Pacific/Auckland",
            "Europe/London",
            "America/Los_Angeles",
            "Africa/Johannesburg",
            "America/St_Johns",
            "Australia/Adelaide",
            "America/Santiago",
            "Asia/Tokyo",
            "Pacific/Chatham",
            "Europe/Lisbon",
            "America/Denver",
            "Africa/Nairobi",
            "Europe/Helsinki");

    private People() {}

    static List<Person> of(long seed, int count) {
        List<Person> people = new ArrayList<>(List.of(alice(), bob(), charlie()));
        for (int number = 4; number <= count; number++) {
            people.add(generated(seed, number));
        }
        return List.copyOf(people.subList(0, count));
    }

    private static Person alice() {
        return new Person(
                1,
                "Alice",
                "Alice Bergmann",
                true,
                ZoneId.of("Europe/Berlin"),
                LocalDate.of(1989, 5, 14),
                FIRST_WATCHES,
                new Person.Body(168, 61.5, 56, 12.8, 46, 14.1, 96.2, 0.05),
                new Person.Habits(
                        -65,
                        6 * 60 + 35,
                        -10,
                        8 * 60,
                        13,
                        1.15,
                        List.of(Activity.RUN, Activity.BIKE, Activity.GYM),
                        0.42,
                        0.05,
                        1,
                        0.05));
    }

    private static Person bob() {
        return new Person(
                2,
                "Bob",
                "Robert Miller",
                false,
                ZoneId.of("America/New_York"),
                LocalDate.of(1974, 11, 2),
                FIRST_WATCHES,
                new Person.Body(182, 94, 67, 9.2, 27, 16.2, 94.9, 0.6),
                new Person.Habits(
                        5,
                        7 * 60 + 5,
                        45,
                        8 * 60 + 40,
                        4,
                        0.72,
                        List.of(Activity.GYM, Activity.BIKE),
                        0.16,
                        0.28,
                        4,
                        0.12));
    }

    private static Person charlie() {
        return new Person(
                3,
                "Charlie",
                "Charlie Fernandes",
                false,
                ZoneId.of("Asia/Kolkata"),
                LocalDate.of(1999, 8, 23),
                FIRST_WATCHES,
                new Person.Body(174, 68, 60, 11.6, 61, 15.0, 96.6, 0),
                new Person.Habits(
                        -15,
                        7 * 60 + 10,
                        50,
                        9 * 60 + 5,
                        18,
                        1,
                        List.of(Activity.FOOTBALL, Activity.GYM, Activity.RUN),
                        0.42,
                        0.16,
                        3,
                        0.08));
    }

    private static Person generated(long seed, int number) {
        Rng rng = Rng.of(seed, number, 91);
        boolean female = rng.chance(0.5);
        String name = pick(female ? WOMEN : MEN, rng);
        ZoneId zone = ZoneId.of(ZONES.get((number - 4) % ZONES.size()));
        LocalDate birth = LocalDate.of(2004, 12, 31).minusDays(rng.between(0, 48 * 365));
        return new Person(
                number,
                name,
                name + " " + pick(FAMILIES, rng),
                female,
                zone,
                birth,
                FIRST_WATCHES,
                body(rng, female, 2026 - birth.getYear()),
                habits(rng));
    }

    private static Person.Body body(Rng rng, boolean female, int age) {
        int height = (int) Math.round(rng.gaussian(female ? 165 : 178, 6.5));
        double weight = Math.round(height * height / 1_000.0 * rng.gaussian(2.45, 0.32)) / 1.0;
        double fitness = rng.gaussian(0, 1);
        return new Person.Body(
                height,
                Math.max(45, weight),
                Math.max(46, 64 - 5 * fitness + rng.gaussian(0, 2.5)),
                Math.max(7, (female ? 10.6 : 11.8) + 1.3 * fitness - 0.05 * (age - 35)),
                Math.max(14, 46 + 8 * fitness - 0.6 * (age - 35) + rng.gaussian(0, 7)),
                rng.gaussian(15, 1.1),
                Math.min(97.4, rng.gaussian(95.8, 0.6)),
                Math.max(0, rng.gaussian(0.1, 0.2)));
    }

    private static Person.Habits habits(Rng rng) {
        int chronotype = (int) Math.round(rng.gaussian(0, 40));
        int wake = Math.max(320, 405 + chronotype / 2);
        int bedtime = -40 + chronotype;
        List<Activity> sports = new ArrayList<>(List.of(Activity.RUN, Activity.BIKE, Activity.GYM, Activity.FOOTBALL));
        sports.remove(rng.between(0, 3));
        return new Person.Habits(
                bedtime,
                wake,
                bedtime + rng.between(20, 70),
                wake + rng.between(40, 120),
                rng.between(3, 20),
                rng.uniform(0.65, 1.3),
                sports,
                rng.uniform(0.08, 0.45),
                rng.uniform(0, 0.25),
                rng.between(1, 5),
                rng.uniform(0.03, 0.2));
    }

    private static String pick(List<String> names, Rng rng) {
        return names.get(rng.between(0, names.size() - 1));
    }
}
