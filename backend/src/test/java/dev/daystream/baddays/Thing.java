package dev.daystream.baddays;

/**
 * One thing of one day that places tell.
 *
 * @param participant id
 * @param date local date, or month
 * @param group what the name belongs to, as in the table of right answers
 * @param name key of a metric or field
 */
public record Thing(long participant, String date, String group, String name) {
    @Override
    public String toString() {
        return participant + " " + date + " " + group + " " + name;
    }
}
