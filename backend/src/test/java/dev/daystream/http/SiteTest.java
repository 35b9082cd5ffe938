package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.http.ApiServer.Answered;
import dev.daystream.store.TestDatabase;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
    @TempDir
    static Path directory;

    private static ApiServer server;

    @BeforeAll
    static void build() throws IOException {
        Path site = Files.createDirectories(directory.resolve("site"));
        Files.writeString(directory.resolve("secret.txt"), "secret");
        Files.writeString(site.resolve("index.html"), "<title>Daystream</title>");
        Files.createDirectories(site.resolve("assets"));
        Files.writeString(site.resolve("assets/app-1a2b3c.js"), "console.log(1);".repeat(200));
        Files.createDirectories(site.resolve("api-docs"));
        Files.writeString(site.resolve("api-docs/index.html"), "<title>API</title>");
        server = new ApiServer(TestDatabase.create(), site);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void theDashboardIsServedAndAskedForAgainEachTime() {
        Answered page = server.send(HttpMethod.GET, "/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body().toString()).contains("Daystream");
        assertThat(page.headers().get("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void filesWithAHashInTheirNameAreKeptForEver() {
        Answered script = server.send(HttpMethod.GET, "/assets/app-1a2b3c.js", "Accept-Encoding", "gzip");
        assertThat(script.status()).isEqualTo(200);
        assertThat(script.headers().get("Cache-Control")).contains("immutable");
        assertThat(script.headers().get("Content-Type")).contains("javascript");
        assertThat(script.headers().get("Content-Encoding")).isEqualTo("gzip");
        assertThat(script.body().length()).isLessThan(1_000);
    }

    @Test
    void whereverABrowserGoesItGetsThePage() {
        Answered page = server.send(HttpMethod.GET, "/participants/2?metrics=steps", "Accept", "text/html,*/*");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body().toString()).contains("Daystream");
        assertThat(page.headers().get("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void whatIsNotAPageIsNotFound() {
        assertThat(server.send(HttpMethod.GET, "/assets/gone.js", "Accept", "*/*")
                        .status())
                .isEqualTo(404);
        assertThat(server.send(HttpMethod.GET, "/api/nothing", "Accept", "text/html")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/..%5csecret.txt"})
    void nothingOutsideIsServed(String path) {
        assertThat(server.send(HttpMethod.GET, path).body().toString())
                .doesNotContain("secret\n")
                .isNotEqualTo("secret");
    }

    @Test
    void theContractAndItsRenderingAreServed() {
        assertThat(server.send(HttpMethod.GET, "/api/openapi.yaml").body().toString())
                .startsWith("openapi: 3.1");
        Answered redirect = server.send(HttpMethod.GET, "/api/docs");
        assertThat(redirect.status()).isEqualTo(302);
        assertThat(redirect.headers().get("Location")).isEqualTo("/api/docs/");
        assertThat(server.send(HttpMethod.GET, "/api/docs/").body().toString()).contains("<title>API</title>");
    }

    @Test
    void everyProblemIsExplainedWhereItsTypePoints() {
        String page = server.send(HttpMethod.GET, Problem.PAGE).body().toString();
        for (Problem problem : Problem.values()) {
            assertThat(page).contains("id=\"" + problem.anchor() + "\"");
        }
    }
}
