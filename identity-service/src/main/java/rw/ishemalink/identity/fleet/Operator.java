package rw.ishemalink.identity.fleet;

import java.util.UUID;

/**
 * An operator with a fleet, of one tenant.
 *
 * @param tin taxpayer identification number, 9 digits
 */
public record Operator(UUID operatorId, String name, String tin) {}
