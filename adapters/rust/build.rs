// The version of the SDK is the one that Cargo.lock pins.
fn main() {
    let lock = std::fs::read_to_string("Cargo.lock").expect("Cargo.lock is there");
    let (_, package) = lock.split_once("name = \"cloudevents-sdk\"\nversion = \"").expect("it pins the SDK");
    let (version, _) = package.split_once('"').expect("to a version");
    println!("cargo:rustc-env=SDK_VERSION={version}");
    println!("cargo:rerun-if-changed=Cargo.lock");
}
