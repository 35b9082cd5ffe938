package dev.daystream.query;

import static dev.daystream.query.InsightRows.number;
import static dev.daystream.query.InsightRows.value;
import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.metrics.Catalog;
import dev.daystream.store.Database;
import dev.daystream.store.EveryEngine;
import dev.daystream.store.InsightEvidence;
import dev.daystream.store.InsightReader;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** What holds of every statement and every row of an answer. */
@EveryEngine
class InsightStatementsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static Database database;
    private static InsightQuery insights;
    private static SqlRuns reader;

    @BeforeParameterizedClassInvocation
    static void seed() {
        DatabaseSettings settings = TestDatabase.create();
        database = Database.open(VERTX, settings);
        insights = new InsightQuery(
                Insights.bundled(),
                new InsightReader(database),
                new InsightEvidence(database),
                new InsightNeeds(Catalog.bundled()),
                Clock.systemUTC());
        reader = new SqlRuns(settings);
        try (Seed seed = new Seed(settings)) {
            new InsightSeed(seed).plant();
        }
    }

    @AfterParameterizedClassInvocation
    static void close() {
        await(database.close());
    }

    @AfterAll
    static void closeAll() {
        await(VERTX.close());
    }

    private static InsightAnswer answer(String id, Long... participants) {
        return await(insights.answer(id, List.of(participants), null, null));
    }

    @Test
    void everyRowSaysWhetherItHasTheEvidenceThatIsDeclaredAndLiesWithinItsInterval() {
        for (Insight insight : Insights.bundled().all()) {
            InsightAnswer answer = answer(insight.id());
            for (int row = 0; row < answer.rows().size(); row++) {
                int at = row;
                boolean enough = insight.evidence().columns().stream()
                        .allMatch(column ->
                                number(answer, at, column) >= insight.evidence().minimum());
                assertThat(value(answer, row, "enough")).as(insight.id()).isEqualTo(enough);
                if (!enough && insight.indexOf("clear") >= 0) {
                    assertThat(value(answer, row, "clear")).as(insight.id()).isEqualTo(false);
                }
                for (Insight.Column column : insight.columns()) {
                    if (column.interval() != null
                            && value(answer, row, column.interval().get(0)) != null) {
                        double value = number(answer, row, column.name());
                        assertThat(value)
                                .as(insight.id() + " " + column.name())
                                .isBetween(
                                        number(answer, row, column.interval().get(0)) - 1e-9,
                                        number(answer, row, column.interval().get(1)) + 1e-9);
                    }
                }
            }
        }
    }

    @Test
    void everyStatementAsShownRunsForTheReaderAndHasTheColumnsThatAreDeclared() {
        for (Insight insight : Insights.bundled().all()) {
            InsightAnswer answer = answer(insight.id(), InsightSeed.ANNA);
            SqlRuns.Result plain = reader.asReader(answer.sql());
            assertThat(plain.columns())
                    .as(insight.id())
                    .containsExactlyElementsOf(insight.columns().stream()
                            .map(column -> column.name() + " " + column.type())
                            .toList());
            assertThat(plain.rows()).as(insight.id()).isEqualTo(answer.rows().size());
            assertThat(insight.columns()).as(insight.id()).anyMatch(Insight.Column::coverage);
        }
    }

    @Test
    void everyHeadlineIsMadeOfColumns() {
        Pattern place = Pattern.compile("\\{~?(\\w+)}");
        for (Insight insight : Insights.bundled().all()) {
            Insight.Headline headline = insight.headline();
            if (headline != null) {
                List<String> columns =
                        insight.columns().stream().map(Insight.Column::name).toList();
                assertThat(place.matcher(headline.text()).results().map(found -> found.group(1)))
                        .as(insight.id())
                        .isNotEmpty()
                        .isSubsetOf(columns);
                assertThat(headline.unclear() != null).as(insight.id()).isEqualTo(columns.contains("clear"));
                assertThat(headline.order().stream().map(key -> key.replaceFirst("^-", "")))
                        .as(insight.id())
                        .isNotEmpty()
                        .isSubsetOf(columns);
            }
        }
    }

    @Test
    void theFilesThemselvesRunAsTheyAre() {
        Insights bundled = Insights.bundled();
        for (Insight insight : bundled.all()) {
            String sql = bundled.statement(insight.id(), List.of(), null, null);
            assertThat(reader.asReader(sql).rows())
                    .as(insight.id())
                    .isEqualTo(answer(insight.id()).rows().size());
        }
    }

    @Test
    void everyStatementOfThePageOnToolsRunsForTheReader() {
        List<String> statements = SqlRuns.blocksOf("bi.md");
        assertThat(statements).hasSizeGreaterThanOrEqualTo(6);
        for (String statement : statements) {
            assertThat(reader.asReader(statement).rows()).as(statement).isPositive();
        }
    }
}
