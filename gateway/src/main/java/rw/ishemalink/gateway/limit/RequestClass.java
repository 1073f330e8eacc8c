package rw.ishemalink.gateway.limit;

import java.util.List;
import java.util.Optional;

/**
 * Requests that share their limits.
 *
 * @param name e.g. {@code codes}
 * @param perAddress how often one address may ask, if it is limited
 * @param perPerson how often one person may
 * @param perEndpoint how often all together may, per pattern
 */
public record RequestClass(
        String name,
        List<RequestPattern> requests,
        Optional<Allowance> perAddress,
        Optional<Allowance> perPerson,
        Optional<Allowance> perEndpoint) {

    public RequestClass {
        requests = List.copyOf(requests);
    }
}
