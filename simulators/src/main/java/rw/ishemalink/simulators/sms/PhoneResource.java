package rw.ishemalink.simulators.sms;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The phones' side: reads what arrived. */
@Path("/sms/inbox")
@Tag(name = "SMS")
public class PhoneResource {

    private final Phones phones;

    public PhoneResource(Phones phones) {
        this.phones = phones;
    }

    @GET
    @Operation(summary = "What arrived, newest last; of one number (+2507…) or of all")
    public List<TextMessage> inbox(@RestQuery @Nullable String to) {
        return phones.inbox(to);
    }

    @DELETE
    @Operation(summary = "Empty all phones")
    public void clear() {
        phones.clearInbox();
    }
}
