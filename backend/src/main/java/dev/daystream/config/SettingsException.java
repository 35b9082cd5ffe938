package dev.daystream.config;

import java.util.List;

/** Says everything that is wrong with the configuration; its message has a line for each. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(List<String> errors) {
        super(String.join(System.lineSeparator(), errors));
    }
}
