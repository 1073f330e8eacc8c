package rw.ishemalink.notification.message.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.kit.reads.Reads;
import rw.ishemalink.notification.message.MessageBook;
import rw.ishemalink.notification.message.MessageBook.SentMessage;

/** The caller's own messages: which, when and with what success; never their text. */
@Path("/api/notifications")
@Authenticated
public class NotificationResource {

    private final UnitOfWork unitOfWork;
    private final Reads reads;
    private final MessageBook messages;
    private final Caller caller;

    NotificationResource(UnitOfWork unitOfWork, Reads reads, MessageBook messages, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.reads = reads;
        this.messages = messages;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "My messages, newest first")
    public List<SentMessage> list(@RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return reads.read(sql -> messages.listOf(sql, caller.tenant(), caller.personId(), limit));
    }

    @GET
    @Path("{messageId}")
    @Operation(summary = "One message of mine; 404 when it is not mine")
    public SentMessage get(@RestPath UUID messageId) {
        return unitOfWork
                .read(sql -> messages.find(sql, caller.tenant(), caller.personId(), messageId))
                .orElseThrow(() -> ProblemException.notFound("no-such-message"));
    }
}
