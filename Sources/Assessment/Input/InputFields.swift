import CanonicalJSON

/// Members of a Feature or FeatureCollection, each at the top or in its properties, with the pointer to where it stands.
struct InputFields {
    let object: JSONObject
    let pointer: String

    func value(_ key: String) -> (value: JSONValue, pointer: String)? {
        if let value = object[key], !value.isNull { return (value, pointer + "/" + key) }
        if let value = object["properties"]?[key], !value.isNull { return (value, pointer + "/properties/" + key) }
        return nil
    }
}
