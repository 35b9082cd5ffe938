package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Job;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import dev.daystream.model.JobState;
import dev.daystream.model.JobTrigger;
import dev.daystream.store.IngestClaims;
import dev.daystream.store.JobReader;
import dev.daystream.store.JobStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs of commands in the history of jobs, beside a service that runs its own. */
class CommandJobTest {
    private static final JobRequest REQUEST = new JobRequest.Verify(false, false);

    private final IngestFixture fixture = new IngestFixture().begun();
    private final JobStore store = new JobStore(fixture.wiring.database());
    private final JobReader reader = new JobReader(fixture.wiring.database());
    private final JobRunner service = fixture.wiring.jobs(fixture.fetching);
    /** The claims of the command's process. */
    private final IngestClaims claims = new IngestClaims(fixture.wiring.database());

    private final CommandJob command = await(CommandJob.begin(fixture.vertx, store, claims, REQUEST));

    @AfterEach
    void close() {
        await(service.stop());
        await(claims.close());
        fixture.close();
    }

    private Job job() {
        return await(reader.page(null, null, Long.MAX_VALUE, 10)).stream()
                .filter(job -> job.trigger() == JobTrigger.COMMAND)
                .findFirst()
                .orElseThrow();
    }

    private static JobResult result() {
        return JobResult.of("well", Map.of("days", 1L), List.of());
    }

    @Test
    void aServiceThatStartsLeavesARunningCommandAlone() {
        await(service.start());
        command.control().total(4);
        command.control().done(3, "at it");
        await(service.look());
        fixture.until(() -> job().progress().equals(new Job.Progress(3, 4L, "at it")));
        assertThat(job().state()).isEqualTo(JobState.RUNNING);
        assertThat(job().startedAt()).isNotNull();
        await(command.end(0, result()));
        assertThat(job().state()).isEqualTo(JobState.DONE);
        assertThat(job().exitCode()).isZero();
        assertThat(job().result()).isEqualTo(result());
        assertThat(job().endedAt()).isNotNull();
    }

    @Test
    void aCommandWhoseProcessIsGoneIsInterruptedAndNotTakenUp() {
        await(service.start());
        await(claims.close());
        await(service.look());
        assertThat(job().state()).isEqualTo(JobState.INTERRUPTED);
        assertThat(job().error()).isEqualTo("The command was killed; what it had done by then stays");
        assertThat(job().exitCode()).isNull();
        assertThat(job().resumed()).isZero();
        // Whatever a process says that was thought gone comes too late.
        await(command.end(0, result()));
        assertThat(job().state()).isEqualTo(JobState.INTERRUPTED);
    }

    @Test
    void aRequestToCancelStopsACommand() {
        await(service.start());
        assertThat(await(service.cancel(job().id())).cancelling()).isTrue();
        command.control().done(1, "the next progress that it writes tells it");
        fixture.until(() -> command.control().isStopping());
        await(command.end(5, result()));
        assertThat(job().state()).isEqualTo(JobState.CANCELLED);
        assertThat(job().exitCode()).isEqualTo(5);
    }

    @Test
    void aFailureIsKeptWithItsExitCode() {
        await(command.fail(2, "There is no imputation run 7."));
        await(command.interrupt());
        assertThat(job().state()).isEqualTo(JobState.FAILED);
        assertThat(job().error()).isEqualTo("There is no imputation run 7.");
        assertThat(job().exitCode()).isEqualTo(2);
    }

    /** What the service promised is done even if the command that does the same is killed. */
    @Test
    void theSameRequestToTheServiceIsAJobOfItsOwn() {
        Job asked = await(service.submit(REQUEST, JobTrigger.API));
        assertThat(asked.id()).isNotEqualTo(job().id());
        assertThat(asked.state()).isEqualTo(JobState.QUEUED);
        CommandJob second = await(CommandJob.begin(fixture.vertx, store, claims, REQUEST));
        await(second.interrupt());
        assertThat(job().state()).isEqualTo(JobState.INTERRUPTED);
        assertThat(job().error()).isEqualTo("The command was stopped; what it had done by then stays");
        await(command.interrupt());
    }
}
