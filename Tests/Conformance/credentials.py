#!/usr/bin/env python3
"""credentials.py [SAMPLES]: has credentials of every shipped kind checked by verifiers that share no code with Guildhall.

The samples are made by `credentialing samples` ($CREDENTIALING, or .build/release or .build/debug) unless a folder of
them is given. The verifiers come from PyPI into a virtual environment under .guildhall/conformance, made at first use;
nothing else is fetched: keys, status lists and contexts come from the samples and the packages.

  schema      the official JSON Schema of Open Badges 3.0, where $GUILDHALL_SHARED (default ../shared) has it
  canonical   PyLD's canonical N-Quads, byte for byte those that were signed
  embedded    openbadgeslib, openvc-core, and PyLD with OpenSSL's Ed25519: the proof, the keys by did:web, the status list
  token       openbadgeslib, joserfc and PyJWT: the signature by the key that `kid` names, the claims
  endorsed    PyJWT: a partner's endorsement, by the partner's key and the official schema
  baked       openbadgeslib: the credential within the badge's picture
  refusals    the revoked sample, and a changed one, by each of them

Exit status: 0 all good, 1 something is wrong.
"""
import copy
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import venv

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("GUILDHALL_SHARED", ROOT.parent / "shared")) / "conformance" / "credentials"
REQUIREMENTS = ["openbadgeslib==4.6.3", "openvc-core==1.37.0", "joserfc==1.8.0", "PyJWT==2.15.1", "PyLD==3.3.0",
                "jsonschema==4.26.0", "cryptography"]
SCHEMAS = SHARED / "schemas" / "current"
SCHEMA = SCHEMAS / "ob_v3p0_achievementcredential_schema.json"


def in_environment():
    """Runs this file again in the virtual environment, which is made first if its packages are not the wanted ones."""
    home = ROOT / ".guildhall" / "conformance"
    python = home / "bin" / "python"
    mark = home / "requirements.txt"
    if not mark.exists() or mark.read_text() != "\n".join(REQUIREMENTS):
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *REQUIREMENTS], check=True)
        mark.write_text("\n".join(REQUIREMENTS))
    environment = dict(os.environ, GUILDHALL_CONFORMANCE="ready")
    os.execve(python, [str(python), "-B", __file__, *sys.argv[1:]], environment)


class Report:
    """Counts what passed and prints what failed."""

    def __init__(self):
        self.passed = {}
        self.failed = []

    def expect(self, group, what, check, *, refusal=False):
        try:
            answer = check()
            good, why = (not refusal, "was accepted") if answer is None else (bool(answer) != refusal, answer)
        except Exception as error:  # a verifier refuses by raising whatever it likes
            good, why = refusal, f"{type(error).__name__}: {error}"
        if good:
            self.passed[group] = self.passed.get(group, 0) + 1
        else:
            self.failed.append(f"{group}: {what}: {why}")


def make_samples(folder):
    program = os.environ.get("CREDENTIALING")
    candidates = [program] if program else [ROOT / ".build" / kind / "credentialing" for kind in ("release", "debug")]
    found = [path for path in map(pathlib.Path, candidates) if path.exists()]
    if not found:
        sys.exit("credentials: build first: there is no program `credentialing`")
    newest = max(found, key=lambda path: path.stat().st_mtime)
    programmes = sorted((ROOT / "deploy" / "examples").glob("*/programme.yaml"))
    subprocess.run([newest, "samples", folder, *programmes], check=True)


class World:
    """The samples as a network: what an address leads to."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.index = json.loads((self.folder / "index.json").read_text())
        self.did = self.index["issuer"]
        self.base = self.index["base"]

    def text(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def bytes(self, name):
        return (self.folder / name).read_bytes()

    def fetch(self, url, *, form="json"):
        url = url.split("#")[0]
        if url == self.base + "/.well-known/did.json":
            return self.text("did.json")
        if url.startswith(self.base + "/keys/"):
            return self.text("key-" + url.rsplit("/", 1)[1] + ".json")
        if url.startswith(self.base + "/status/"):
            return self.text("status-" + url.rsplit("/", 1)[1] + "." + form)
        raise OSError(f"nothing is served at {url}")

    def download(self, url, *_, **__):
        """What openbadgeslib fetches with: it verifies status lists as tokens only."""
        return self.fetch(url, form="jwt").encode()


def pyld_canonical(document, contexts):
    from pyld import jsonld

    def load(url, _options):
        return {"contextUrl": None, "documentUrl": url, "document": contexts[url], "contentType": "application/ld+json"}

    return jsonld.normalize(
        document, {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load})


def public_pem(jwk):
    from cryptography.hazmat.primitives import serialization
    from jwt import PyJWK

    return PyJWK(jwk).key.public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def embedded_verifiers(world, contexts):
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from openbadgeslib.ob3.ldp import OB3LdpVerifier
    from openvc import VerificationPolicy, verify_credential
    from openvc.did.base import parse_did_document
    from openvc.multibase import decode_multibase
    from openvc.resolvers import default_status_list_resolver

    class Resolver:
        def resolve(self, did):
            if did != world.did:
                raise LookupError(did)
            return parse_did_document(json.loads(world.text("did.json")))

    def openbadgeslib(document):
        OB3LdpVerifier.for_issuer_did(world.did).verify(
            json.dumps(document), check_status=True, download=world.download)

    def openvc(document):
        verify_credential(
            document, policy=VerificationPolicy(expected_types=["OpenBadgeCredential"]), resolver=Resolver(),
            extra_contexts=contexts,
            resolve_status_list=default_status_list_resolver(
                resolver=Resolver(), fetch=world.fetch, extra_contexts=contexts))

    def pyld(document):
        document = copy.deepcopy(document)
        proof = document.pop("proof")
        signature = decode_multibase(proof.pop("proofValue"))
        proof["@context"] = document["@context"]
        data = b"".join(hashlib.sha256(pyld_canonical(part, contexts).encode()).digest() for part in (proof, document))
        did = json.loads(world.text("did.json"))
        assert proof["verificationMethod"] in did["assertionMethod"]
        method = next(m for m in did["verificationMethod"] if m["id"] == proof["verificationMethod"])
        key = decode_multibase(method["publicKeyMultibase"])
        assert key[:2] == b"\xed\x01"
        Ed25519PublicKey.from_public_bytes(key[2:]).verify(signature, data)

    return {"openbadgeslib": openbadgeslib, "openvc": openvc, "PyLD with OpenSSL": pyld}


def token_verifiers(world):
    import jwt
    from joserfc import jwk as joserfc_jwk, jwt as joserfc_jwt
    from openbadgeslib.ob3.verifier import OB3Verifier

    def key(token):
        return json.loads(world.fetch(jwt.get_unverified_header(token)["kid"]))

    def openbadgeslib(token):
        OB3Verifier(public_pem(key(token)), world.did).verify(
            token, check_status=True, download=world.download)

    def joserfc(token):
        claims = joserfc_jwt.decode(token, joserfc_jwk.import_key(key(token)), algorithms=["ES256"]).claims
        joserfc_jwt.JWTClaimsRegistry(iss={"essential": True, "value": world.did}).validate(claims)

    def pyjwt(token):
        claims = jwt.decode(token, jwt.PyJWK(key(token)).key, algorithms=["ES256"], issuer=world.did,
                            options={"require": ["iss", "jti", "sub", "nbf", "exp"]})
        assert claims["jti"] == claims["id"] and "vc" not in claims

    return {"openbadgeslib": openbadgeslib, "joserfc": joserfc, "PyJWT": pyjwt}


STATELESS = {"PyLD with OpenSSL", "joserfc", "PyJWT"}


def endorsed(world, token, subject):
    import jsonschema
    import jwt

    did = json.loads(world.text("partner-did.json"))
    kid = jwt.get_unverified_header(token)["kid"]
    assert kid in did["assertionMethod"]
    method = next(m for m in did["verificationMethod"] if m["id"] == kid)
    claims = jwt.decode(token, jwt.PyJWK(method["publicKeyJwk"]).key, algorithms=["ES256"], issuer=did["id"])
    assert claims["credentialSubject"]["id"] == subject
    path = SCHEMAS / "ob_v3p0_endorsementcredential_schema.json"
    if path.exists():
        schema = json.loads(path.read_text())
        validator = jsonschema.validators.validator_for(schema)(schema)
        return next((e.message for e in validator.iter_errors(claims)), None)
    return None


def check(world, report):
    import jsonschema
    from openbadgeslib.ob3.contexts import bundled_contexts
    from openbadgeslib.ob3.verifier import OB3Verifier

    contexts = dict(bundled_contexts())
    schema = json.loads(SCHEMA.read_text()) if SCHEMA.exists() else None
    embedded, token = embedded_verifiers(world, contexts), token_verifiers(world)
    for entry in world.index["credentials"]:
        name, revoked = entry["name"], entry["revoked"]
        document, jws = json.loads(world.text(name + ".json")), world.text(name + ".jwt")
        if schema:
            validator = jsonschema.validators.validator_for(schema)(schema)
            report.expect("schema", name, lambda: next((e.message for e in validator.iter_errors(document)), None))
        unsigned = {key: value for key, value in document.items() if key != "proof"}
        report.expect("canonical", name, lambda: None if pyld_canonical(unsigned, contexts) == world.text(
            name + ".nq") else fail("the canonical forms differ"))
        report.expect("baked", name, lambda: None if json.loads(OB3Verifier.extract_token_from_svg(
            world.text(name + ".svg").encode())) == document else fail("another credential is in the image"))
        report.expect("baked", name + " as PNG", lambda: None if json.loads(OB3Verifier.extract_token_from_png(
            world.bytes(name + ".png"))) == document else fail("another credential is in the image"))
        for endorsement in document.get("endorsementJwt", []):
            subject = document["credentialSubject"]["achievement"]["id"]
            report.expect("endorsed", name, lambda: endorsed(world, endorsement, subject))
        for verifier, verify in embedded.items():
            refused = revoked and verifier not in STATELESS
            report.expect("refusals" if refused else "embedded", f"{name} by {verifier}", lambda: verify(document),
                          refusal=refused)
            changed = copy.deepcopy(document)
            changed["credentialSubject"]["result"][0]["value"] = "99"
            report.expect("refusals", f"{name}, changed, by {verifier}", lambda: verify(changed), refusal=True)
        for verifier, verify in token.items():
            refused = revoked and verifier not in STATELESS
            report.expect("refusals" if refused else "token", f"{name} by {verifier}", lambda: verify(jws),
                          refusal=refused)
            head, body, signature = jws.split(".")
            changed_jws = ".".join([head, body[:-4] + ("AAAA" if body[-4:] != "AAAA" else "BBBB"), signature])
            report.expect("refusals", f"{name}, changed, by {verifier}", lambda: verify(changed_jws), refusal=True)
    listed = json.loads(world.text("status-0.json"))
    listed.pop("proof")
    report.expect("canonical", "the status list", lambda: None if pyld_canonical(listed, contexts) == world.text(
        "status-0.nq") else fail("the canonical forms differ"))
    if not schema:
        print(f"no official schema at {SCHEMA}: the credentials were not judged by it")


def fail(text):
    raise AssertionError(text)


def main():
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        samples = sys.argv[1] if len(sys.argv) > 1 else folder
        if samples == folder:
            make_samples(folder)
        check(World(samples), report)
    for text in report.failed:
        print(f"  WRONG {text[:400]}")
    print("credentials: " + ", ".join(f"{count} {group}" for group, count in sorted(report.passed.items())))
    print(f"{sum(report.passed.values())} passed, {len(report.failed)} failed")
    return 1 if report.failed else 0


if __name__ == "__main__":
    if os.environ.get("GUILDHALL_CONFORMANCE") != "ready":
        in_environment()
    sys.exit(main())
