package rw.ishemalink.identity.tenant.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.identity.tenant.Tenant;

/**
 * A tenant. What is not there is as the platform has it.
 *
 * @param tenant by which tokens and events name it
 * @param open whether its people may log in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantView(
        UUID tenantId,
        String tenant,
        boolean open,
        String name,
        List<Language> languages,
        @Nullable String senderId,
        @Nullable String mailFrom,
        @Nullable String colour,
        @Nullable String supportPhone,
        @Nullable Integer commissionPercent,
        @Nullable String tariffSet) {

    public TenantView {
        languages = List.copyOf(languages);
    }

    static TenantView of(Tenant tenant) {
        return new TenantView(
                tenant.tenantId(),
                tenant.code(),
                tenant.open(),
                tenant.brand().name(),
                tenant.brand().languages(),
                tenant.brand().senderId().orElse(null),
                tenant.brand().mailFrom().orElse(null),
                tenant.brand().colour().orElse(null),
                tenant.brand().supportPhone().map(Phone::value).orElse(null),
                tenant.terms().commissionPercent().orElse(null),
                tenant.terms().tariffSet().orElse(null));
    }
}
