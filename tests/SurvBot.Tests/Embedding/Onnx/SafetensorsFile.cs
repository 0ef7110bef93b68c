using System.Text;

namespace SurvBot.Tests.Embedding.Onnx;

/// <summary>Makes safetensors bytes.</summary>
internal static class SafetensorsFile
{
    public static byte[] Of(string header, byte[] data) =>
        [.. BitConverter.GetBytes((long)Encoding.UTF8.GetByteCount(header)), .. Encoding.UTF8.GetBytes(header), .. data];
}
