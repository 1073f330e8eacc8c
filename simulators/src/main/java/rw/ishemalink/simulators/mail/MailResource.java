package rw.ishemalink.simulators.mail;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Reads what arrived by SMTP. */
@Path("/mail/inbox")
@Tag(name = "Mail")
public class MailResource {

    private final Mailbox mailbox;

    public MailResource(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GET
    @Operation(summary = "What arrived, newest last; to one address or all")
    public List<MailItem> inbox(@RestQuery @Nullable String to) {
        return mailbox.listAll(to);
    }

    @DELETE
    @Operation(summary = "Empty the mailbox")
    public void clear() {
        mailbox.clear();
    }
}
