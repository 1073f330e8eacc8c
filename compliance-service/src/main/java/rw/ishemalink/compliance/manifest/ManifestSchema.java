package rw.ishemalink.compliance.manifest;

import java.io.IOException;
import java.io.StringReader;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Our schemas of what customs take. Nothing leaves this service that breaks its own. */
public enum ManifestSchema {
    /** The cargo manifest. */
    AWMDS("/xsd/awmds.xsd"),
    /** The declaration. */
    SAD("/xsd/sad.xsd");

    /** Thread-safe, as the JDK says. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Schema schema;

    ManifestSchema(String resource) {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            this.schema = factory.newSchema(Objects.requireNonNull(ManifestSchema.class.getResource(resource)));
        } catch (SAXException e) {
            throw new IllegalStateException(resource + " itself is broken", e);
        }
    }

    /**
     * Validates a document.
     *
     * @throws SAXException when it breaks the schema
     */
    public void validate(String xml) throws SAXException {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot be read", e);
        }
    }

    /** The document, when it keeps the schema. */
    String checked(String xml) {
        try {
            validate(xml);
            return xml;
        } catch (SAXException e) {
            // Without the parser's text, which quotes the document: it holds names.
            throw new IllegalStateException("a document breaks the schema " + name());
        }
    }
}
