package rw.ishemalink.simulators.faults;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;

/** How an outside system says that something went wrong: its own status codes and body. */
public interface Dialect {

    OutsideSystem system();

    /** The answer of a system in trouble; nothing was done. */
    Response failure();

    /** The answer to a body that cannot be read; {@code detail} says why. */
    Response unreadable(String detail);

    /** Whether this answer reports work that was done. */
    default boolean reportsWork(ContainerResponseContext answer) {
        return answer.getStatus() < 400;
    }
}
