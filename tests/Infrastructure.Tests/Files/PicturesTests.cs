using System.Text;
using Microsoft.Extensions.Configuration;
using WaSaas.Application.Common;
using WaSaas.Infrastructure.Files;
using WaSaas.Infrastructure.Programs;

namespace WaSaas.Infrastructure.Tests.Files;

/// <summary>The real sharp in its child process; the pictures are made by ffmpeg.</summary>
public sealed class PicturesTests : IDisposable
{
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private readonly SharpPictures _pictures = new(new ConfigurationBuilder().Build());

    public void Dispose() => _pictures.Dispose();

    [Theory]
    [InlineData("png")]
    [InlineData("mjpeg")]
    [InlineData("webp")]
    [InlineData("gif")]
    public async Task A_photo_of_any_usual_kind_becomes_a_jpeg_with_a_thumbnail(string kind)
    {
        var made = (await _pictures.PrepareAsync(await PictureAsync(kind, 2400, 1200), _ct)).Value!;

        Assert.Equal((1600, 800), (made.Width, made.Height));
        Assert.Equal([0xFF, 0xD8, 0xFF], made.Jpeg[..3]);
        Assert.Equal("WEBP", Encoding.ASCII.GetString(made.Thumbnail, 8, 4));
        Assert.True(made.Thumbnail.Length < made.Jpeg.Length);
    }

    [Fact]
    public async Task A_small_photo_is_not_blown_up()
    {
        var made = (await _pictures.PrepareAsync(await PictureAsync("png", 200, 100), _ct)).Value!;

        Assert.Equal((200, 100), (made.Width, made.Height));
    }

    [Fact]
    public async Task Where_and_with_what_a_photo_was_taken_is_removed_and_it_is_turned_upright()
    {
        var photo = WithExif(await PictureAsync("mjpeg", 400, 200), "SecretPhone X");
        Assert.Contains("SecretPhone", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);

        var made = (await _pictures.PrepareAsync(photo, _ct)).Value!;

        Assert.DoesNotContain("SecretPhone", Encoding.Latin1.GetString(made.Jpeg), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(made.Jpeg), StringComparison.Ordinal);
        Assert.Equal((200, 400), (made.Width, made.Height));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no picture")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><image href='file:///etc/hostname'/></svg>")]
    [InlineData("%PDF-1.7 and so on")]
    public async Task What_is_no_photo_is_refused(string content) =>
        Assert.Equal(PictureErrors.Unreadable, (await _pictures.PrepareAsync(Encoding.UTF8.GetBytes(content), _ct)).Error);

    [Fact]
    public async Task A_photo_that_was_cut_off_is_refused()
    {
        var photo = await PictureAsync("mjpeg", 400, 200);

        Assert.Equal(PictureErrors.Unreadable, (await _pictures.PrepareAsync(photo[..(photo.Length / 2)], _ct)).Error);
    }

    [Fact]
    public async Task A_small_file_that_unfolds_into_too_many_pixels_is_refused() =>
        Assert.Equal(PictureErrors.TooManyPixels, (await _pictures.PrepareAsync(await PictureAsync("png", 10_000, 6_000), _ct)).Error);

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_unread() =>
        Assert.Equal(PictureErrors.TooLarge, (await _pictures.PrepareAsync(new byte[PictureErrors.MaxBytes + 1], _ct)).Error);

    private async Task<byte[]> PictureAsync(string codec, int width, int height) => (await ChildProcess.RunAsync(
        "ffmpeg",
        ["-loglevel", "error", "-f", "lavfi", "-i", FormattableString.Invariant($"testsrc=size={width}x{height}:rate=1:duration=1"), "-frames:v", "1", "-c:v", codec, "-f", codec == "gif" ? "gif" : "image2pipe", "pipe:1"],
        ReadOnlyMemory<byte>.Empty,
        TimeSpan.FromSeconds(60),
        _ct))!;

    /// <summary>Orientation 6 (turn right) and the maker's name, as a phone writes them.</summary>
    private static byte[] WithExif(byte[] jpeg, string make)
    {
        byte[] text = [.. Encoding.ASCII.GetBytes(make), 0];
        byte[] tiff =
        [
            .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
            0x0F, 0x01, 2, 0, (byte)text.Length, 0, 0, 0, 38, 0, 0, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0,
            0, 0, 0, 0, .. text,
        ];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        var length = body.Length + 2;
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. body, .. jpeg[2..]];
    }
}
