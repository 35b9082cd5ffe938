package dev.daystream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.daystream.source.PayloadParser;

/** Dependencies point one way; a package that has no classes yet breaks no rule. */
@AnalyzeClasses(
        packages = "dev.daystream",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutSimulator.class})
class ArchitectureTest {
    /** The simulator is a program of its own, here only for tests. */
    static final class WithoutSimulator implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/simulator/");
        }
    }

    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_SIMULATOR =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.daystream.simulator..");

    @ArchTest
    static final ArchRule MODEL_KNOWS_NOTHING_OF_OURS = noClasses()
            .that()
            .resideInAPackage("dev.daystream.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.daystream.config..",
                    "dev.daystream.http..",
                    "dev.daystream.impute..",
                    "dev.daystream.ingest..",
                    "dev.daystream.lake..",
                    "dev.daystream.mail..",
                    "dev.daystream.metrics..",
                    "dev.daystream.ops..",
                    "dev.daystream.query..",
                    "dev.daystream.schedule..",
                    "dev.daystream.source..",
                    "dev.daystream.store..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule HTTP_KNOWS_THE_STORE_ONLY_THROUGH_QUERIES = only(
            "http",
            "dev.daystream.http..",
            "dev.daystream.export..",
            "dev.daystream.query..",
            "dev.daystream.model..",
            "dev.daystream.metrics..");

    @ArchTest
    static final ArchRule EXPORTS_KNOW_QUERIES = only(
            "export",
            "dev.daystream.export..",
            "dev.daystream.query..",
            "dev.daystream.model..",
            "dev.daystream.metrics..");

    @ArchTest
    static final ArchRule ONLY_EXPORTS_SEE_PARQUET = noClasses()
            .that()
            .resideOutsideOfPackage("dev.daystream.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.parquet..", "org.apache.hadoop..", "blue.strategic..");

    @ArchTest
    static final ArchRule QUERY_KNOWS_THE_STORE = only(
            "query",
            "dev.daystream.query..",
            "dev.daystream.figures..",
            "dev.daystream.derive..",
            "dev.daystream.store",
            "dev.daystream.model..",
            "dev.daystream.metrics..");

    @ArchTest
    static final ArchRule FORMULAS_ARE_PURE =
            only("derive", "dev.daystream.derive..", "dev.daystream.model..", "dev.daystream.metrics..");

    @ArchTest
    static final ArchRule FORMULAS_SEE_NO_MACHINERY = noClasses()
            .that()
            .resideInAPackage("dev.daystream.derive..")
            .should()
            .transitivelyDependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..");

    @ArchTest
    static final ArchRule FIGURES_PUT_FORMULAS_AND_STORE_TOGETHER = only(
            "figures",
            "dev.daystream.figures..",
            "dev.daystream.derive..",
            "dev.daystream.store",
            "dev.daystream.model..",
            "dev.daystream.metrics..");

    @ArchTest
    static final ArchRule STORE_KNOWS_THE_MODEL = only(
            "store",
            "dev.daystream.store..",
            "dev.daystream.model..",
            "dev.daystream.metrics..",
            "dev.daystream.config..");

    @ArchTest
    static final ArchRule MAIL_ONLY_SENDS =
            only("mail", "dev.daystream.mail..", "dev.daystream.model..", "dev.daystream.config..");

    @ArchTest
    static final ArchRule IMPUTE_IS_PURE =
            only("impute", "dev.daystream.impute..", "dev.daystream.model..", "dev.daystream.metrics..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_WHO_SCHEDULES_AND_ONLY_THAT_KNOWS_INGEST = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.daystream.http..",
                    "dev.daystream.query..",
                    "dev.daystream.store..",
                    "dev.daystream.source..",
                    "dev.daystream.lake..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.daystream.schedule..", "dev.daystream.ingest..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule INGEST_DOES_NOT_KNOW_WHO_ASKS = noClasses()
            .that()
            .resideInAPackage("dev.daystream.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.daystream.schedule..", "dev.daystream.http..", "dev.daystream.query..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule SCHEDULE_DOES_NOT_ASK_QUESTIONS = noClasses()
            .that()
            .resideInAPackage("dev.daystream.schedule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.daystream.http..", "dev.daystream.query..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule SOURCE_AND_LAKE_DO_NOT_KNOW_THE_STORE = noClasses()
            .that()
            .resideInAnyPackage("dev.daystream.source..", "dev.daystream.lake..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.daystream.store..", "dev.daystream.http..", "dev.daystream.query..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_STORE_SEES_THE_DATABASE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.daystream.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx.sqlclient..",
                    "io.vertx.pgclient..",
                    "java.sql..",
                    "javax.sql..",
                    "org.postgresql..",
                    "org.flywaydb..");

    @ArchTest
    static final ArchRule ONLY_HTTP_SERVES = noClasses()
            .that()
            .resideOutsideOfPackage("dev.daystream.http..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.vertx\\.(ext\\.web\\.(?!client|multipart|codec).*|core\\.http\\.HttpServer.*)");

    @ArchTest
    static final ArchRule ONLY_SCHEDULE_SEES_QUARTZ = noClasses()
            .that()
            .resideOutsideOfPackage("dev.daystream.schedule..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.quartz..");

    @ArchTest
    static final ArchRule PARSERS_ARE_PURE = noClasses()
            .that()
            .areAssignableTo(PayloadParser.class)
            .or()
            .resideInAnyPackage("dev.daystream.source.fitabase..", "dev.daystream.source.parsing..")
            .should()
            .transitivelyDependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.daystream.(*)..").should().beFreeOfCycles();

    private static ArchRule only(String layer, String... allowed) {
        String[] known = new String[allowed.length + 1];
        System.arraycopy(allowed, 0, known, 0, allowed.length);
        known[allowed.length] = "";
        return classes()
                .that()
                .resideInAPackage("dev.daystream." + layer + "..")
                .should()
                .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.not(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                        "dev.daystream.."))
                        .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(known)))
                .allowEmptyShould(true);
    }
}
