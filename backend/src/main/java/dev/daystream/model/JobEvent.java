package dev.daystream.model;

import org.jspecify.annotations.Nullable;

/**
 * Says where a job stands now.
 *
 * @param id which job
 * @param kind key of its kind
 * @param state its state
 * @param cancelling whether it has been asked to stop
 * @param done units of work that are done
 * @param total units that there are; null if that is not known
 * @param words what it is at; null if it says nothing
 */
public record JobEvent(
        long id,
        String kind,
        JobState state,
        boolean cancelling,
        long done,
        @Nullable Long total,
        @Nullable String words) {}
