package rw.ishemalink.simulators.sms;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import rw.ishemalink.simulators.faults.Dialect;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** The SMS gateway in trouble: plain text, as it also answers bad credentials. */
@Singleton
public class SmsDialect implements Dialect {

    @Override
    public OutsideSystem system() {
        return OutsideSystem.SMS;
    }

    @Override
    public Response failure() {
        return text(500, "The service is currently unavailable");
    }

    @Override
    public Response unreadable(String detail) {
        return text(400, detail);
    }

    static Response text(int status, String text) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity(text)
                .build();
    }
}
