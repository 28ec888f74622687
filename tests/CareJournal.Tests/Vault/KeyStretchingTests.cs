using System.Text;
using CareJournal.Vault;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;

namespace CareJournal.Tests.Vault;

public sealed class KeyStretchingTests
{
    [Theory]
    // The common PBKDF2-HMAC-SHA-512 vectors (the inputs of RFC 6070), first 32 bytes.
    [InlineData(1, "867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252")]
    [InlineData(2, "e1d9c16aa681708a45f5c7c4e215ceb66e011a2e9f0040713f18aefdb866d53c")]
    [InlineData(4096, "d197b1b33db0143e018b12f3d1d1479e6cdebdcc97c5c0f87f6902e072f457b5")]
    public void Stretching_gives_the_published_answers(int rounds, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(KeyStretching.Stretch(Encoding.UTF8.GetBytes("password"), Encoding.UTF8.GetBytes("salt"), rounds)));

    [Theory]
    // Published by the reference implementation of Argon2 (src/test.c, version 0x13, one lane): salts of 8 bytes, which NSec does not take.
    [InlineData("password", "somesalt", 65536, 2, "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7")]
    [InlineData("password", "diffsalt", 65536, 2, "bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c")]
    [InlineData("differentpassword", "somesalt", 65536, 2, "0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde")]
    [InlineData("password", "somesalt", 65536, 1, "f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98")]
    [InlineData("password", "somesalt", 65536, 4, "9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c")]
    [InlineData("password", "somesalt", 256, 2, "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe")]
    public void The_second_opinion_gives_the_published_answers_of_argon2id(string secret, string salt, int memory, int passes, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(ByBouncyCastle(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(salt), new StretchingCost(memory, passes))));

    [Fact]
    public void The_library_gives_a_published_answer_of_argon2id()
    {
        // The first vector of libsodium (test/default/pwhash_argon2id.c, .exp): 5 passes over 7,256,678 bytes, 155 bytes.
        byte[] secret = Convert.FromHexString("a347ae92bce9f80f6f595a4480fc9c2fe7e7d7148d371e9487d75f5c23008ffae065577a928febd9b1973a5a95073acdbeb6a030cfc0d79caa2dc5cd011cef02c08da232d76d52dfbca38ca8dcbd665b17d1665f7cf5fe59772ec909733b24de97d6f58d220b20c60d7c07ec1fd93c52c31020300c6c1facd77937a597c7a6");
        byte[] key = new byte[155];
        new NSec.Cryptography.Argon2id(new NSec.Cryptography.Argon2Parameters { DegreeOfParallelism = 1, MemorySize = 7_256_678 / 1024, NumberOfPasses = 5 })
            .DeriveBytes(secret, Convert.FromHexString("5541fbc995d5c197ba290346d2c559de"), key);

        Assert.Equal("18acec5d6507739f203d1f5d9f1d862f7c2cdac4f19d2bdff64487e60d969e3ced615337b9eec6ac4461c6ca07f0939741e57c24d0005c7ea171a0ee1e7348249d135b38f222e4dad7b9a033ed83f5ca27277393e316582033c74affe2566a2bea47f91f0fd9fe49ece7e1f79f3ad6e9b23e0277c8ecc4b313225748dd2a80f5679534a0700e246a79a49b3f74eb89ec6205fe1eeb941c73b1fcf1", Convert.ToHexStringLower(key));
    }

    [Fact]
    public void The_second_opinion_gives_the_answer_of_rfc_9106()
    {
        // Section 5.3; with a secret and associated data, which NSec does not take.
        Argon2BytesGenerator argon = new();
        argon.Init(new Argon2Parameters.Builder(Argon2Parameters.Argon2id).WithVersion(Argon2Parameters.Version13).WithMemoryAsKB(32).WithIterations(3).WithParallelism(4)
            .WithSalt(Repeated(0x02, 16)).WithSecret(Repeated(0x03, 8)).WithAdditional(Repeated(0x04, 12)).Build());
        byte[] tag = new byte[32];
        argon.GenerateBytes(Repeated(0x01, 32), tag);

        Assert.Equal("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659", Convert.ToHexStringLower(tag));
    }

    [Theory]
    [InlineData("", 8, 1)]
    [InlineData("password", 8, 3)]
    [InlineData("la rivière est calme ce soir", 1024, 4)]
    [InlineData("0123456789ABCDEFGHJKMNPQRSTK", 64 * 1024, 3)]
    public void Stretching_with_argon2id_gives_what_another_library_gives(string secret, int memory, int passes)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(secret);
        byte[] salt = [.. Enumerable.Range(0xa0, 16).Select(number => (byte)number)];
        StretchingCost cost = new(memory, passes);

        Assert.Equal(Convert.ToHexString(ByBouncyCastle(bytes, salt, cost)), Convert.ToHexString(KeyStretching.Stretch(bytes, salt, cost)));
    }

    [Fact]
    public void Measuring_this_machine_gives_a_cost_that_is_accepted() =>
        Assert.True(KeyStretching.Calibrated.Accepts(KeyStretching.Calibrate(TimeProvider.System)));

    [Theory]
    // The floor in 180 ms: 750 ms are 12.5 passes.
    [InlineData(180, 64, 13)]
    [InlineData(100, 128, 12)]
    [InlineData(60, 256, 10)]
    [InlineData(1500, 64, 3)]
    [InlineData(0, 256, 64)]
    public void A_passphrase_costs_more_passes_first_then_more_memory_and_never_less_than_the_floor(int milliseconds, int mebibytes, int passes) =>
        Assert.Equal(new StretchingCost(mebibytes * 1024, passes), KeyStretching.CostFor(TimeSpan.FromMilliseconds(milliseconds)));

    [Theory]
    [InlineData(64 * 1024, 3, true)]
    [InlineData((64 * 1024) - 1, 3, false)]
    [InlineData(64 * 1024, 2, false)]
    [InlineData(0, 3, false)]
    [InlineData(-1, -1, false)]
    [InlineData(1024 * 1024, 16, true)]
    [InlineData(1024 * 1024, 17, false)]
    [InlineData((1024 * 1024) + 1, 3, false)]
    [InlineData(100 * 1024 * 1024, 3, false)]
    [InlineData(64 * 1024, 64, true)]
    [InlineData(64 * 1024, 65, false)]
    [InlineData(int.MaxValue, int.MaxValue, false)]
    public void A_slot_that_is_too_cheap_or_asks_for_too_much_is_not_accepted(int memory, int passes, bool accepted) =>
        Assert.Equal(accepted, KeyStretching.Calibrated.Accepts(new StretchingCost(memory, passes)));

    [Theory]
    [InlineData(209_999, false)]
    [InlineData(210_000, true)]
    [InlineData(50_000_000, true)]
    [InlineData(50_000_001, false)]
    [InlineData(-1, false)]
    public void A_header_of_version_1_with_too_few_or_endless_rounds_is_not_accepted(int rounds, bool accepted) =>
        Assert.Equal(accepted, KeyStretching.Calibrated.Accepts(rounds));

    private static byte[] Repeated(byte value, int count) => [.. Enumerable.Repeat(value, count)];

    private static byte[] ByBouncyCastle(byte[] secret, byte[] salt, StretchingCost cost)
    {
        Argon2BytesGenerator argon = new();
        argon.Init(new Argon2Parameters.Builder(Argon2Parameters.Argon2id).WithVersion(Argon2Parameters.Version13)
            .WithMemoryAsKB(cost.Memory).WithIterations(cost.Passes).WithParallelism(1).WithSalt(salt).Build());
        byte[] key = new byte[32];
        argon.GenerateBytes(secret, key);
        return key;
    }
}
