package dev.daystream.query;

import java.util.List;
import java.util.stream.Collectors;

/** Says which parameters of a request are wrong. */
public final class InvalidParametersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ParameterError> errors;

    public InvalidParametersException(List<ParameterError> errors) {
        super(errors.stream()
                .map(error -> error.parameter() + ": " + error.message())
                .collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    public InvalidParametersException(String parameter, String message) {
        this(List.of(new ParameterError(parameter, message)));
    }

    /** Returns what is wrong; at least one. */
    public List<ParameterError> errors() {
        return errors;
    }
}
