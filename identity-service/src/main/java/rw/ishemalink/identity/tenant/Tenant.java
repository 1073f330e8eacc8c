package rw.ishemalink.identity.tenant;

import java.util.UUID;
import rw.ishemalink.identity.people.Tenants;

/**
 * A tenant as it stands.
 *
 * @param code by which tokens and events name it, for ever
 * @param version counts its changes
 * @param open whether its people may log in
 */
public record Tenant(UUID tenantId, String code, long version, boolean open, Brand brand, Terms terms) {

    /** The same, one change later. */
    Tenant next(boolean nowOpen, Brand nowBrand, Terms nowTerms) {
        return new Tenant(tenantId, code, version + 1, nowOpen, nowBrand, nowTerms);
    }

    /** Whether it is the brand of the platform's own administrators. */
    boolean isPlatform() {
        return code.equals(Tenants.DEFAULT);
    }
}
