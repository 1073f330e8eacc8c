package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import rw.ishemalink.kit.problem.ProblemException;

/** What the constraints of the driver table refuse, as 409. */
@Singleton
class TakenByAnother {

    private static final Map<String, String> PROBLEM_BY_CONSTRAINT = Map.of(
            "driver_pkey", "driver-already-onboarded",
            "driver_by_licence", "licence-taken",
            "driver_by_vehicle", "vehicle-taken");

    /** The problem to answer with; where it is none of these, the failure itself. */
    RuntimeException problem(UnableToExecuteStatementException failure) {
        return findConstraint(failure)
                .map(PROBLEM_BY_CONSTRAINT::get)
                .<RuntimeException>map(ProblemException::conflict)
                .orElse(failure);
    }

    private static Optional<String> findConstraint(UnableToExecuteStatementException failure) {
        ServerErrorMessage message =
                failure.getCause() instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return Optional.ofNullable(message).map(ServerErrorMessage::getConstraint);
    }
}
